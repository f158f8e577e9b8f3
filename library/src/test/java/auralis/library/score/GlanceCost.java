package auralis.library.score;

import auralis.dsp.Progress;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.dsp.master.MasteringPlanner;
import auralis.dsp.master.MasteringSettings;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a provisional plan of an unknown file costs: of the whole process in its first seconds,
 * compiler included, and once all is compiled.
 *
 * <p>{@code docs/bench/scoreboard --glance-cost FILE…}, with one file for the first line to be cold
 */
public final class GlanceCost {
    private static final int RUNS = 20;

    private GlanceCost() {}

    public static void main(String[] files) throws Exception {
        for (String file : files) {
            for (int run = 1; run <= RUNS; run++) {
                measure(Path.of(file), run);
            }
        }
    }

    private static void measure(Path file, int run) throws Exception {
        long wall = System.nanoTime();
        double start = CpuClock.seconds();
        Measurements glance;
        double opened;
        try (MediaSource source = Media.open(file)) {
            opened = CpuClock.seconds();
            glance = TrackAnalyzer.glance(source, Progress.NONE);
        }
        double heard = CpuClock.seconds();
        MasteringPlanner.provisional(glance, MasteringSettings.ADAPTIVE);
        double planned = CpuClock.seconds();
        if (run == 1 || run == RUNS) {
            System.out.printf(
                    Locale.ROOT,
                    "%s, run %d: open %.2f s, glance %.2f s, plan %.2f s, together %.2f s of"
                            + " processor time in %.2f s%n",
                    file.getFileName(),
                    run,
                    opened - start,
                    heard - opened,
                    planned - heard,
                    planned - start,
                    (System.nanoTime() - wall) / 1e9);
        }
    }
}
