package auralis.app.master;

import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.dsp.master.BarkBands;
import auralis.dsp.master.MasteringPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A plan in words: one sentence for each thing that is done, none for what is left alone. */
final class PlanSentences {
    private static final double AUDIBLE_DB = 0.15;
    private static final double BASS_HZ = 250;
    private static final double TREBLE_HZ = 4000;

    /** A sentence and the icon before it. */
    record Sentence(String icon, String text) {}

    private PlanSentences() {}

    static List<Sentence> of(Outlook outlook) {
        MasteringPlan plan = outlook.plan().orElseThrow();
        if (plan.isNeutral()) {
            return List.of(new Sentence("mdi2e-equal", Texts.text("plan.neutral")));
        }
        List<Sentence> sentences = new ArrayList<>();
        restraint(plan, sentences);
        tone(plan, sentences);
        dynamics(plan, sentences);
        width(plan, sentences);
        loudness(plan, outlook, sentences);
        return sentences;
    }

    private static void restraint(MasteringPlan plan, List<Sentence> sentences) {
        String key =
                switch (plan.restraint().region()) {
                    case COMPRESSED_LOUD -> "plan.region.compressed";
                    case DYNAMIC_LOUD -> "plan.region.dynamic";
                    case QUIET -> "plan.region.quiet";
                };
        sentences.add(new Sentence("mdi2l-lightbulb-on-outline", Texts.text(key)));
    }

    private static void tone(MasteringPlan plan, List<Sentence> sentences) {
        if (plan.highPassHz() > 0) {
            sentences.add(
                    new Sentence(
                            "mdi2w-waveform",
                            Texts.text("plan.rumble", Math.round(plan.highPassHz()))));
        }
        double bassDb = meanDb(plan, 0, BASS_HZ);
        double midDb = meanDb(plan, BASS_HZ, TREBLE_HZ);
        double trebleDb = meanDb(plan, TREBLE_HZ, Double.MAX_VALUE);
        double most = Math.max(Math.abs(bassDb), Math.max(Math.abs(midDb), Math.abs(trebleDb)));
        if (most >= AUDIBLE_DB) {
            sentences.add(
                    new Sentence(
                            "mdi2t-tune-vertical",
                            Texts.text(
                                    "plan.tone",
                                    Numbers.signedTenth(bassDb),
                                    Numbers.signedTenth(midDb),
                                    Numbers.signedTenth(trebleDb))));
        }
    }

    private static double meanDb(MasteringPlan plan, double fromHz, double toHz) {
        double sum = 0;
        int bands = 0;
        for (int band = 0; band < BarkBands.COUNT; band++) {
            double centreHz = BarkBands.centreHz(band);
            if (centreHz >= fromHz && centreHz < toHz) {
                sum += plan.toneDb().get(band);
                bands++;
            }
        }
        return sum / bands;
    }

    private static void dynamics(MasteringPlan plan, List<Sentence> sentences) {
        if (plan.expansion() > 0) {
            sentences.add(
                    new Sentence(
                            "mdi2p-pulse",
                            Texts.text("plan.expansion", Numbers.percent(plan.expansion()))));
        }
    }

    private static void width(MasteringPlan plan, List<Sentence> sentences) {
        double change = plan.width() - 1;
        if (Math.abs(change) >= 0.005) {
            String key = change > 0 ? "plan.wider" : "plan.narrower";
            sentences.add(
                    new Sentence(
                            "mdi2a-arrow-expand-horizontal",
                            Texts.text(key, Numbers.percent(Math.abs(change)))));
        }
        if (plan.bassWidth() < 0.995) {
            sentences.add(
                    new Sentence(
                            "mdi2a-arrow-collapse-horizontal",
                            Texts.text("plan.bass", Numbers.percent(plan.bassWidth()))));
        }
    }

    private static void loudness(MasteringPlan plan, Outlook outlook, List<Sentence> sentences) {
        if (Math.abs(plan.gainDb()) >= 0.05) {
            String key = plan.gainDb() > 0 ? "plan.louder" : "plan.softer";
            sentences.add(
                    new Sentence(
                            "mdi2v-volume-plus",
                            Texts.text(key, Numbers.tenth(Math.abs(plan.gainDb())))));
        }
        sentences.add(new Sentence("mdi2a-arrow-collapse-down", limiter(plan)));
        OptionalDouble reached = outlook.masteredLufs();
        if (plan.limitedBy() == MasteringPlan.LimitedBy.REDUCTION_BUDGET && reached.isPresent()) {
            sentences.add(
                    new Sentence(
                            "mdi2h-hand-back-right-outline",
                            Texts.text("plan.budget", Numbers.tenth(reached))));
        }
    }

    private static String limiter(MasteringPlan plan) {
        String ceiling = Numbers.tenth(plan.ceilingDbtp());
        return plan.medianReductionDb() >= 0.05
                ? Texts.text("plan.limiter", ceiling, Numbers.tenth(plan.medianReductionDb()))
                : Texts.text("plan.limiter.idle", ceiling);
    }
}
