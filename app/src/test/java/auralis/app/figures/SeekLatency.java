package auralis.app.figures;

import auralis.app.platform.SoundOutputs;
import auralis.app.play.Mastering;
import auralis.app.play.Player;
import auralis.app.play.PlayerState;
import auralis.app.play.Side;
import auralis.dsp.Progress;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlanner;
import auralis.library.Library;
import auralis.library.backup.Backups;
import auralis.library.db.Database;
import auralis.library.media.Media;
import auralis.library.preset.Presets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;

/**
 * From a seek on the mastered side to the first frame from there that is heard, 50 times per file.
 * {@code docs/bench/player seek} runs it.
 */
public final class SeekLatency {
    private static final int SEEKS = 50;
    private static final int FADE = 441;

    private SeekLatency() {}

    /** {@code DATA_FOLDER FILE…}. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        List<StampedOutput.Given> given = new ArrayList<>();
        try (Library library =
                        new Library(Database.open(folder.resolve(Backups.DATABASE)), folder);
                Player player =
                        new Player(StampedOutput.of(SoundOutputs.system(), given), Media::open)) {
            for (int i = 1; i < arguments.length; i++) {
                measure(library, player, given, Path.of(arguments[i]));
            }
        }
        System.exit(0);
    }

    private static void measure(
            Library library, Player player, List<StampedOutput.Given> given, Path file)
            throws Exception {
        MasteringPlan plan =
                MasteringPlanner.provisional(
                        library.glance(file, Progress.NONE), Presets.factory().get(0).settings());
        player.side(Side.MASTERED);
        long track = player.open(file, true);
        player.mastering(track, Mastering.exact(Mastering.Rendering.of(plan, library.effects())));
        until(player, s -> s.masteredReady() && s.positionSeconds() > 3);
        Random random = new Random(7);
        double[] millis = new double[SEEKS];
        for (int i = 0; i < SEEKS; i++) {
            long total = player.state().totalFrames().orElseThrow();
            millis[i] = seek(player, given, (long) (random.nextDouble() * (total - 20 * 44_100)));
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-12s median %4.0f ms, 95 %% %4.0f ms, most %4.0f ms%n",
                file.getFileName(),
                millis[SEEKS / 2],
                millis[SEEKS * 95 / 100],
                millis[SEEKS - 1]);
    }

    /** Until the first block behind the fade-out of what was heard before. */
    private static double seek(Player player, List<StampedOutput.Given> given, long frame)
            throws InterruptedException {
        long asked = System.nanoTime();
        player.seek(frame);
        until(
                player,
                s -> s.positionFrames() > frame + 22_050 && s.positionFrames() < frame + 441_000);
        boolean cut = false;
        for (StampedOutput.Given block : StampedOutput.since(given, asked)) {
            float last = block.left()[block.left().length - 1];
            boolean silent = last == 0;
            if (cut && !silent) {
                return block.heardMillis(0, asked);
            }
            cut |= silent && block.left().length == FADE;
        }
        return Double.NaN;
    }

    private static void until(Player player, Predicate<PlayerState> condition)
            throws InterruptedException {
        while (!condition.test(player.state())) {
            Thread.sleep(2);
        }
    }
}
