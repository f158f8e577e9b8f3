package auralis.dsp.master;

import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.fingerprint.Dimension;
import auralis.dsp.master.MasteringPlan.LimitedBy;
import java.io.IOException;
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

    /**
     * The range of width that good records have (RMS side / (RMS mid + RMS side)); within it
     * nothing is corrected.
     */
    private static final double NARROW = 0.15;

    private static final double WIDE = 0.4;

    private static final double RUMBLE_HZ = 22;
    private static final double LITTLE_RUMBLE_DB = -20;
    private static final double MUCH_RUMBLE_DB = -10;

    /** The most often that a source is read to make an exact plan. */
    public static final int MAX_PASSES = GainSearch.MAX_PASSES;

    private MasteringPlanner() {}

    /** A plan that is there at once: its gain is estimated, to about 0.5 LU. */
    public static MasteringPlan provisional(TrackAnalysis analysis, MasteringSettings settings) {
        MasteringPlan draft = draft(analysis, settings);
        if (draft.targetLufs().isEmpty()) {
            return draft.at(settings.intensity());
        }
        return draft.levelled(
                        false,
                        GainEstimate.gainDb(analysis, draft),
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
     * @param progress is advanced by {@link #MAX_PASSES} times the frames of the source
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
    private static MasteringPlan draft(TrackAnalysis analysis, MasteringSettings settings) {
        OptionalDouble lufs = analysis.loudness().integratedLufs();
        double crestDb =
                analysis.fingerprint()
                        .get(Dimension.CREST_DB)
                        .orElse(LoudnessRestraint.DYNAMIC_CREST_DB);
        LoudnessRestraint restraint =
                lufs.isPresent()
                        ? LoudnessRestraint.of(lufs.getAsDouble(), crestDb)
                        : LoudnessRestraint.nothingToMeasure();
        double gentle = restraint.quiet() + GENTLE * (1 - restraint.quiet());
        double width = width(analysis, settings.width(), gentle);
        OptionalDouble target = target(lufs, settings.loudness(), restraint);
        return new MasteringPlan(
                false,
                restraint,
                new MasteringPlan.Tone(
                        highPassHz(analysis),
                        TonePlan.gainsDb(analysis.tone().bandDb(), settings.tone(), gentle)),
                new DynamicsPlan(analysis, settings.dynamics(), restraint)
                        .plan(
                                restraint.effectiveExpansion(crestDb),
                                target,
                                settings.limiter().ceilingDbtp()),
                new MasteringPlan.Effects(settings.effects(), List.of()),
                new MasteringPlan.Width(Math.min(1, width), width),
                0,
                settings.limiter().ceilingDbtp(),
                analysis.peaks().truePeakDbtp(),
                target,
                OptionalDouble.empty(),
                0,
                Optional.of(LimitedBy.NO_TARGET));
    }

    /**
     * Grows out of nothing with the rumble, and rests at {@link #RUMBLE_HZ} where there is much.
     */
    private static double highPassHz(TrackAnalysis analysis) {
        double db = analysis.tone().rumbleDb().orElse(LITTLE_RUMBLE_DB);
        double t = (db - LITTLE_RUMBLE_DB) / (MUCH_RUMBLE_DB - LITTLE_RUMBLE_DB);
        return RUMBLE_HZ * Math.min(1, Math.max(0, t));
    }

    /**
     * The restraint's answer to how loud: the wanted loudness where there is room, the source's own
     * where there is none.
     */
    private static OptionalDouble target(
            OptionalDouble measured,
            MasteringSettings.Loudness wanted,
            LoudnessRestraint restraint) {
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
        }
        return OptionalDouble.of(lufs + wanted.amount() * (full - lufs));
    }

    /** Narrow images open a little and very wide ones close a little; a mono track stays one. */
    private static double width(
            TrackAnalysis analysis, MasteringSettings.Width wanted, double share) {
        OptionalDouble measured = analysis.fingerprint().get(Dimension.STEREO_WIDTH);
        if (!wanted.on() || measured.isEmpty() || analysis.format().channels() != 2) {
            return 1;
        }
        double side = measured.getAsDouble();
        double correction =
                Math.min(0.15, 1.5 * Math.max(0, NARROW - side))
                        - Math.min(0.1, Math.max(0, side - WIDE));
        double stereo = Math.min(1, side / 0.05);
        return 1 + share * wanted.amount() * stereo * (correction + wanted.width() - 1);
    }
}
