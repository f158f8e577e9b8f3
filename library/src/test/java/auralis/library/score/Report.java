package auralis.library.score;

import auralis.dsp.master.MasteringPlan.LimitedBy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the scoreboard found.
 *
 * @param java the virtual machine
 */
record Report(String preset, String java, List<Goal.Reached> goals, List<Score> pieces) {
    static Report of(String preset, List<Score> pieces) {
        return new Report(
                preset,
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                Goal.ALL.stream()
                        .map(goal -> goal.reached(pieces))
                        .flatMap(Optional::stream)
                        .toList(),
                pieces);
    }

    String text() {
        return String.join(
                "\n",
                "preset " + preset + ", " + java + "\n",
                "LOUDNESS AND PEAKS\n" + loudness(),
                "DYNAMICS\n" + dynamics(),
                "TONE AND IMAGE\n" + image(),
                "EXACTNESS AND SPEED (processor time, times real time)\n" + exactness(),
                "GOALS\n" + goalTable());
    }

    private Table loudness() {
        Table table =
                new Table(
                        "",
                        "s",
                        "before",
                        "after",
                        "target",
                        "error",
                        "prov.",
                        "limited by",
                        "median GR",
                        "TP before",
                        "over 16x",
                        "over 4x",
                        "region");
        for (Score s : pieces) {
            table.row(
                    s.piece(),
                    s.seconds(),
                    s.before().lufs(),
                    s.after().lufs(),
                    s.plan().targetLufs(),
                    s.loudnessErrorLu(),
                    s.provisionalErrorLu(),
                    s.plan()
                            .limitedBy()
                            .map(LimitedBy::toString)
                            .orElse("-")
                            .toLowerCase(Locale.ROOT),
                    s.plan().medianReductionDb(),
                    s.before().truePeak16Dbtp(),
                    s.over16Db(),
                    s.over4Db(),
                    s.plan().restraint().region().toString().toLowerCase(Locale.ROOT));
        }
        return table;
    }

    private Table dynamics() {
        Table table =
                new Table(
                        "",
                        "LRA",
                        "change",
                        "PSR median",
                        "after",
                        "PSR 5 %",
                        "after",
                        "punch",
                        "change",
                        "expansion",
                        "restored",
                        "tone",
                        "LRA");
        for (Score s : pieces) {
            Optional<Score.Restoration> restored = s.restoration();
            table.row(
                    s.piece(),
                    s.before().rangeLu(),
                    s.rangeChangeLu(),
                    s.before().psrMedianDb(),
                    s.after().psrMedianDb(),
                    s.before().psrLowDb(),
                    s.after().psrLowDb(),
                    s.before().punchDb(),
                    s.punchChangeDb(),
                    s.plan().dynamics().expansion(),
                    restored.<Object>map(Score.Restoration::punchGainDb).orElse("-"),
                    restored.<Object>map(Score.Restoration::toneDb).orElse("-"),
                    restored.<Object>map(Score.Restoration::rangeGainLu).orElse("-"));
        }
        return table;
    }

    private Table image() {
        Table table =
                new Table(
                        "",
                        "tone dB rms",
                        "bass S/M",
                        "rise",
                        "width",
                        "after",
                        "correlation",
                        "after",
                        "fold loss",
                        "after",
                        "limiter: tone",
                        "over 16x",
                        "over 4x");
        for (Score s : pieces) {
            Optional<Score.LimiterAlone> limiter = s.limiter();
            table.row(
                    s.piece(),
                    s.toneDb(),
                    s.bassSideMidDb(),
                    s.bassSideRiseDb(),
                    s.before().width(),
                    s.after().width(),
                    s.before().correlation(),
                    s.after().correlation(),
                    s.before().foldLossDb(),
                    s.after().foldLossDb(),
                    limiter.<Object>map(Score.LimiterAlone::toneDb).orElse("-"),
                    limiter.<Object>map(Score.LimiterAlone::over16Db).orElse("-"),
                    limiter.<Object>map(Score.LimiterAlone::over4Db).orElse("-"));
        }
        return table;
    }

    private Table exactness() {
        Table table =
                new Table(
                        "",
                        "Hz",
                        "channels",
                        "intensity 0",
                        "any split",
                        "second run",
                        "chain",
                        "cold",
                        "stored");
        for (Score s : pieces) {
            table.row(
                    s.piece(),
                    s.sampleRate(),
                    s.channels(),
                    s.untouchedAtZero() ? "same" : "TOUCHED",
                    s.sameInAnySplit() ? "same" : "DIFFERS",
                    s.sameAgain() ? "same" : "DIFFERS",
                    s.chainSpeed(),
                    s.coldSpeed(),
                    s.storedSpeed());
        }
        return table;
    }

    private String goalTable() {
        StringBuilder text = new StringBuilder();
        Table table = new Table("goal", "limit", "worst", "", "by");
        for (Goal.Reached goal : goals) {
            table.row(
                    goal.goal(),
                    goal.limit(),
                    goal.worst(),
                    goal.missed().isEmpty() ? "met" : "MISSED " + goal.missed().size() + "x",
                    goal.by());
        }
        text.append(table);
        for (Goal.Reached goal : goals) {
            if (!goal.missed().isEmpty()) {
                text.append('\n').append("missed: ").append(goal.goal()).append('\n');
                goal.missed().forEach(line -> text.append("  ").append(line).append('\n'));
            }
        }
        return text.toString();
    }
}
