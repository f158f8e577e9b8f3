package auralis.dsp.master;

import auralis.dsp.effect.EffectSettings;
import auralis.dsp.effect.RackSettings;
import auralis.dsp.master.MasteringPlan.LimitedBy;
import auralis.dsp.spectrum.Bands;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A plan in words: what was found and what is done, each sentence tied to a number of the plan. */
public final class PlanSentences {
    /** Less than this is not worth a sentence. */
    private static final double AUDIBLE_DB = 0.3;

    /** A difference that shows in numbers of one decimal. */
    private static final double TOLD_LU = 0.1;

    /** Ranges of frequencies people have words for. */
    private enum Region {
        BASS("below 200 Hz", 0, 200),
        LOW_MIDS("at 200-630 Hz", 200, 630),
        MIDS("at 630 Hz-2 kHz", 630, 2000),
        PRESENCE("at 2-6.4 kHz", 2000, 6400),
        TREBLE("above 6.4 kHz", 6400, 20_000);

        private final String words;
        private final double fromHz;
        private final double toHz;

        Region(String words, double fromHz, double toHz) {
            this.words = words;
            this.fromHz = fromHz;
            this.toHz = toHz;
        }

        double meanDb(Bands bands, List<Double> gainsDb) {
            return IntStream.range(0, bands.count())
                    .filter(band -> bands.centreHz(band) >= fromHz && bands.centreHz(band) < toHz)
                    .mapToDouble(gainsDb::get)
                    .average()
                    .orElse(0);
        }
    }

    private PlanSentences() {}

    /** The same, and why the loudness aimed at is another than the settings'. */
    public static List<String> of(MasteringPlan plan, MasteringSettings settings) {
        List<String> sentences = new ArrayList<>(of(plan));
        if (!plan.isNeutral() && plan.targetLufs().isPresent()) {
            target(plan.restraint(), plan.targetLufs().getAsDouble(), settings, sentences);
        }
        return List.copyOf(sentences);
    }

    /** What the restraint made of a loudness that nobody insists on. */
    private static void target(
            LoudnessRestraint restraint,
            double lufs,
            MasteringSettings settings,
            List<String> sentences) {
        MasteringSettings.Loudness wanted = settings.loudness();
        boolean referred =
                settings.reference().loudness() && !settings.reference().tracks().isEmpty();
        boolean restrained = !wanted.firm() && wanted.amount() == 1 && !referred;
        double differenceLu = lufs - wanted.targetLufs();
        if (!restrained || Math.abs(differenceLu) < TOLD_LU) {
            return;
        }
        String reason =
                differenceLu < 0
                        ? "music that is loud already is not pushed further"
                        : restraint.compressedLoud() > restraint.dynamicLoud()
                                ? "loud, compressed music is not turned down all the way"
                                : "music this loud and dynamic keeps its loudness or a part of it";
        sentences.add(
                say(
                        "It is led to %.1f and not to the usual %.1f LUFS, because %s; a loudness"
                                + " of your own choice is always the aim.",
                        lufs, wanted.targetLufs(), reason));
    }

    public static List<String> of(MasteringPlan plan) {
        List<String> sentences = new ArrayList<>();
        if (plan.isNeutral()) {
            if (plan.sourceTruePeakDbtp().isEmpty() || plan.targetLufs().isEmpty()) {
                sentences.add(plan.restraint().message() + ".");
            }
            sentences.add("Nothing is changed: every sample passes as it is.");
            return sentences;
        }
        sentences.add(plan.restraint().message() + ".");
        if (plan.tone().highPassHz() > 0) {
            sentences.add(say("Rumble below %.0f Hz is removed.", plan.tone().highPassHz()));
        }
        for (Region region : Region.values()) {
            tone(region, plan, sentences);
        }
        dynamics(plan.dynamics(), sentences);
        effects(plan, sentences);
        width(plan, sentences);
        level(plan, sentences);
        return List.copyOf(sentences);
    }

    private static void tone(Region region, MasteringPlan plan, List<String> sentences) {
        double own = region.meanDb(Bands.BARK, plan.tone().bandDb());
        if (Math.abs(own) >= AUDIBLE_DB) {
            sentences.add(say("%+.1f dB %s.", own, region.words));
        }
        double match = region.meanDb(Bands.THIRD_OCTAVE, plan.tone().matchDb());
        if (Math.abs(match) >= AUDIBLE_DB) {
            sentences.add(say("%+.1f dB %s towards the reference.", match, region.words));
        }
    }

    private static void dynamics(MasteringPlan.Dynamics dynamics, List<String> sentences) {
        if (dynamics.declipDb() >= 0.05) {
            sentences.add(
                    say(
                            "Flat tops at %.1f dBFS are rounded, by up to %.1f dB.",
                            dynamics.clippedAtDbfs(), dynamics.declipDb()));
        }
        if (dynamics.expansion() >= 0.005) {
            sentences.add(
                    say(
                            "Attacks are brought forward with a transient expansion of %.2f.",
                            dynamics.expansion()));
        }
        if (dynamics.compression() >= 0.05) {
            sentences.add(
                    say(
                            "Uneven levels are compressed in four bands, by up to %.1f dB (bass"
                                    + " from %.0f dBFS on).",
                            3 * dynamics.compression(), dynamics.thresholdsDb().get(0)));
        }
        if (dynamics.softClipDb() >= 0.05) {
            sentences.add(
                    say(
                            "Up to %.1f dB is clipped off the highest peaks, softly.",
                            dynamics.softClipDb()));
        }
    }

    /** Said when the limiter is at work and does not hold as usual. */
    private static String hold(MasteringPlan plan) {
        double hz = plan.dynamics().lowestToneHz();
        return hz < MasteringPlan.Dynamics.USUAL_LOWEST_HZ
                ? say("; it holds long enough for tones of %.0f Hz", hz)
                : "";
    }

    private static void effects(MasteringPlan plan, List<String> sentences) {
        if (!plan.effects().isNeutral()) {
            RackSettings rack = plan.effects().rack();
            String names =
                    rack.effects().stream()
                            .filter(EffectSettings::on)
                            .map(EffectSettings::effect)
                            .collect(Collectors.joining(", "));
            String share = rack.amount() < 1 ? say(" at %.0f %%", 100 * rack.amount()) : "";
            sentences.add(say("Effects%s: %s.", share, names));
        }
    }

    private static void width(MasteringPlan plan, List<String> sentences) {
        if (Math.abs(plan.width().rest() - 1) >= 0.01) {
            String change = plan.width().rest() > 1 ? "opened" : "closed";
            sentences.add(
                    say(
                            "The stereo image is %s a little (side x %.2f above 300 Hz).",
                            change, plan.width().rest()));
        }
        if (plan.width().bass() < 0.99) {
            sentences.add(
                    say(
                            "Bass is drawn to the middle (side x %.2f below 120 Hz), so that mono"
                                    + " loses nothing.",
                            plan.width().bass()));
        }
    }

    private static void level(MasteringPlan plan, List<String> sentences) {
        if (plan.targetLufs().isPresent()) {
            // In part, the loudness between is not known beforehand.
            boolean inPart = plan.exact() && plan.expectedLufs().isEmpty();
            sentences.add(
                    say(
                            (plan.exact() ? "" : "About ")
                                    + "%+.1f dB of gain%s towards %.1f LUFS.",
                            plan.gainDb(),
                            inPart ? ", a part of the way" : "",
                            plan.targetLufs().getAsDouble()));
        }
        sentences.add(
                say(
                        "The limiter keeps true peaks at %.1f dBTP or below%s.",
                        plan.ceilingDbtp(), reduction(plan) + hold(plan)));
        plan.limitedBy().ifPresent(limit -> limited(plan, limit, sentences));
    }

    private static void limited(MasteringPlan plan, LimitedBy limit, List<String> sentences) {
        double lufs = plan.expectedLufs().orElse(Double.NaN);
        if (limit == LimitedBy.REDUCTION_BUDGET) {
            sentences.add(
                    say(
                            "It stops at %.1f LUFS: more would cost more than %.1f dB of gain"
                                    + " reduction half of the time.",
                            lufs, plan.medianReductionDb()));
        } else if (limit == LimitedBy.DYNAMICS) {
            sentences.add(
                    say("It stops at %.1f LUFS: more would flatten the loudest passages.", lufs));
        }
    }

    private static String reduction(MasteringPlan plan) {
        return plan.medianReductionDb() >= 0.05
                ? say(" (median gain reduction %.1f dB)", plan.medianReductionDb())
                : "";
    }

    private static String say(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
