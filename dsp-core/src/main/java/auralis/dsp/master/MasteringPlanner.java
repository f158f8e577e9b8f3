package auralis.dsp.master;

import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.master.MasteringPlan.LimitedBy;
import auralis.dsp.spectrum.Bands;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Decides every number of a plan from what was measured of the track and what the user wants. All
 * decisions are continuous in both: a hundredth of a decibel at the input never moves a gain by
 * more than a tenth.
 */
public final class MasteringPlanner {
    /** Tone and width of material that is loud already change by this share only. */
    private static final double GENTLE = 0.6;

    /** How far over-compressed material is lowered to make room for what expansion brings back. */
    private static final double ROOM_DB = 6;

    /** Recordings far above full scale do not stay there. */
    private static final double HIGHEST_TARGET_LUFS = -5;

    private static final double RUMBLE_HZ = 22;
    private static final double LITTLE_RUMBLE_DB = -20;
    private static final double MUCH_RUMBLE_DB = -10;

    private MasteringPlanner() {}

    /** A plan that is there at once: its gain is estimated, to about 0.5 LU. */
    public static MasteringPlan provisional(Measurements analysis, MasteringSettings settings) {
        MasteringPlan draft = draft(analysis, settings);
        if (draft.targetLufs().isEmpty()) {
            return draft.at(settings.intensity());
        }
        return draft.levelled(
                        false,
                        GainEstimate.gainDb(analysis, draft, settings.loudness().firm()),
                        draft.targetLufs(),
                        0,
                        Optional.empty())
                .at(settings.intensity());
    }

    /**
     * The plan whose gain was searched over the whole track, to 0.03 LU.
     *
     * @param source is read several times from its start; mono or stereo
     * @param catalogue where the effects of the settings are found
     * @param progress is advanced by the frames of the source, which is mostly heard once
     */
    public static MasteringPlan exact(
            AudioSource source,
            TrackAnalysis analysis,
            MasteringSettings settings,
            EffectCatalogue catalogue,
            Progress progress)
            throws IOException, InterruptedException {
        MasteringPlan provisional = provisional(analysis, settings.withIntensity(1));
        MasteringPlan plan =
                provisional.targetLufs().isEmpty()
                        ? provisional.levelled(
                                true,
                                0,
                                OptionalDouble.empty(),
                                0,
                                Optional.of(LimitedBy.NO_TARGET))
                        : new GainSearch(
                                        source,
                                        provisional,
                                        settings.loudness().firm(),
                                        catalogue,
                                        progress)
                                .run();
        return plan.at(settings.intensity());
    }

    /** The same with the effects of the program. */
    public static MasteringPlan exact(
            AudioSource source,
            TrackAnalysis analysis,
            MasteringSettings settings,
            Progress progress)
            throws IOException, InterruptedException {
        return exact(source, analysis, settings, EffectCatalogue.BUILT_IN, progress);
    }

    /** Everything but the gain. */
    private static MasteringPlan draft(Measurements analysis, MasteringSettings settings) {
        OptionalDouble lufs = analysis.loudness().integratedLufs();
        double crestDb = analysis.crestDb().orElse(LoudnessRestraint.DYNAMIC_CREST_DB);
        LoudnessRestraint restraint =
                lufs.isPresent()
                        ? LoudnessRestraint.of(lufs.getAsDouble(), crestDb)
                        : LoudnessRestraint.nothingToMeasure();
        double gentle = restraint.quiet() + GENTLE * (1 - restraint.quiet());
        MasteringPlan.Tone tone = tone(analysis, settings, gentle);
        OptionalDouble target = target(lufs, settings, restraint);
        double ceilingDbtp = settings.limiter().ceilingDbtp();
        double limitedDb = limitedDb(analysis, target, ceilingDbtp);
        return new MasteringPlan(
                false,
                restraint,
                tone,
                new DynamicsPlan(analysis, settings.dynamics(), restraint)
                        .plan(
                                expansion(analysis, settings, restraint, crestDb),
                                target,
                                ceilingDbtp),
                new MasteringPlan.Effects(settings.effects(), List.of()),
                WidthPlan.of(analysis, settings, gentle, tone, limitedDb),
                0,
                ceilingDbtp,
                analysis.peaks().truePeakDbtp(),
                target,
                OptionalDouble.empty(),
                0,
                Optional.of(LimitedBy.NO_TARGET));
    }

    /**
     * Grows out of nothing with the rumble, and rests at {@link #RUMBLE_HZ} where there is much.
     */
    private static double highPassHz(Measurements analysis) {
        double db = analysis.tone().rumbleDb().orElse(LITTLE_RUMBLE_DB);
        double t = (db - LITTLE_RUMBLE_DB) / (MUCH_RUMBLE_DB - LITTLE_RUMBLE_DB);
        return RUMBLE_HZ * Math.min(1, Math.max(0, t));
    }

    /** How far the highest peaks will be over the ceiling, about. */
    private static double limitedDb(
            Measurements analysis, OptionalDouble target, double ceilingDbtp) {
        OptionalDouble lufs = analysis.loudness().integratedLufs();
        OptionalDouble peakDbtp = analysis.peaks().truePeakDbtp();
        return lufs.isEmpty() || peakDbtp.isEmpty()
                ? 0
                : Math.max(
                        0,
                        peakDbtp.getAsDouble()
                                + target.orElse(lufs.getAsDouble())
                                - lufs.getAsDouble()
                                - ceilingDbtp);
    }

    private static MasteringPlan.Tone tone(
            Measurements analysis, MasteringSettings settings, double share) {
        MasteringSettings.Tone wanted = settings.tone();
        List<Double> own = TonePlan.gainsDb(analysis.tone().bandDb(), wanted, share);
        Reference reference = settings.reference();
        double pull = wanted.on() && reference.tone() ? pull(reference) : 0;
        List<Double> match =
                pull == 0
                        ? Collections.nCopies(Bands.THIRD_OCTAVE.count(), 0.0)
                        : new ReferenceMatch(analysis, reference).toneDb();
        return new MasteringPlan.Tone(
                highPassHz(analysis), scaled(own, 1 - pull), scaled(match, pull * wanted.amount()));
    }

    private static List<Double> scaled(List<Double> values, double factor) {
        // Plus nothing, so that no zero is negative.
        return values.stream().map(value -> value * factor + 0.0).toList();
    }

    /** How far the reference decides, 0..1. */
    private static double pull(Reference reference) {
        return reference.tracks().isEmpty() ? 0 : reference.amount();
    }

    /** A value on its way to that of the reference, where there is one. */
    private static double pulled(double own, OptionalDouble matched, double pull) {
        return own + pull * (matched.orElse(own) - own);
    }

    /** The restraint's expansion, or as much of the reference's as it decides. */
    private static double expansion(
            Measurements analysis,
            MasteringSettings settings,
            LoudnessRestraint restraint,
            double crestDb) {
        Reference reference = settings.reference();
        double expansion = restraint.effectiveExpansion(crestDb);
        if (reference.dynamics()) {
            OptionalDouble matched = new ReferenceMatch(analysis, reference).expansion();
            expansion = pulled(expansion, matched, pull(reference));
        }
        return expansion;
    }

    /**
     * The restraint's answer to how loud: the wanted loudness where there is room, the source's own
     * where there is none; or the loudness of the reference. What the user asked for goes before
     * both.
     */
    static OptionalDouble target(
            OptionalDouble measured, MasteringSettings settings, LoudnessRestraint restraint) {
        MasteringSettings.Loudness wanted = settings.loudness();
        if (measured.isEmpty() || !wanted.on()) {
            return OptionalDouble.empty();
        }
        double lufs = measured.getAsDouble();
        double full = wanted.targetLufs();
        if (!wanted.firm()) {
            double lowered = Math.min(lufs, Math.max(full, lufs - ROOM_DB));
            full =
                    restraint.quiet() * full
                            + restraint.dynamicLoud() * lufs
                            + restraint.compressedLoud() * lowered;
            Reference reference = settings.reference();
            if (reference.loudness()) {
                full = pulled(full, ReferenceMatch.lufs(reference.tracks()), pull(reference));
            }
        }
        double reachable = Math.min(HIGHEST_TARGET_LUFS, full);
        return OptionalDouble.of(lufs + wanted.amount() * (reachable - lufs));
    }
}
