package auralis.app.figures;

import auralis.app.instance.Message;
import auralis.app.platform.SoundOutputs;
import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.library.media.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From the wish to play a file in a fresh window to its first frame, and to the first that is
 * mastered; then the same of a second file. {@code docs/bench/player start} runs it.
 */
public final class ColdStart {
    private static final double SECONDS = 6;
    private static final double ALIKE = 1e-4;

    private ColdStart() {}

    /** {@code DATA_FOLDER FILE SECOND_FILE}. */
    public static void main(String[] arguments) throws Exception {
        List<StampedOutput.Given> given = new ArrayList<>();
        WindowRobot.run(
                Path.of(arguments[0]),
                StampedOutput.of(SoundOutputs.system(), given),
                robot -> {
                    robot.press("master.ab.mastered");
                    Thread.sleep(Integer.getInteger("auralis.idle.millis", 1_000));
                    for (int i = 1; i < arguments.length; i++) {
                        measure(robot, given, Path.of(arguments[i]));
                    }
                });
        System.exit(0);
    }

    private static void measure(WindowRobot robot, List<StampedOutput.Given> given, Path file)
            throws Exception {
        long asked = System.nanoTime();
        WindowRobot.onFx(
                () -> {
                    robot.window.receive(Message.open(List.of(file)));
                    return null;
                });
        robot.until(
                s -> s.file().filter(file::equals).isPresent() && s.positionSeconds() > SECONDS);
        List<StampedOutput.Given> heard = StampedOutput.since(given, asked);
        float[] original = original(file);
        int at = 0;
        double first = -1;
        double mastered = -1;
        for (StampedOutput.Given block : heard) {
            boolean gap = silent(block.left()) && (first < 0 || !silent(original, at));
            for (int i = 0; i < block.left().length && !gap && mastered < 0; i++, at++) {
                first = first < 0 ? block.heardMillis(0, asked) : first;
                if (Math.abs(block.left()[i] - original[at]) > ALIKE) {
                    mastered = block.heardMillis(i, asked);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-12s original %5.0f ms, mastered %5.0f ms%n",
                file.getFileName(),
                first,
                mastered);
        robot.press("play.toggle");
        robot.until(s -> !s.playing());
    }

    private static boolean silent(float[] samples) {
        return silent(samples, 0);
    }

    private static boolean silent(float[] samples, int from) {
        for (int i = from; i < Math.min(samples.length, from + 441); i++) {
            if (samples[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static float[] original(Path file) throws Exception {
        try (AudioSource source = Media.open(file)) {
            AudioBlock block = new AudioBlock(2, (int) ((SECONDS + 1) * 44_100));
            int at = 0;
            for (int read = 0; read >= 0 && at < block.capacity(); at += Math.max(0, read)) {
                read = source.read(block.window(at, block.capacity()));
            }
            return block.plane(0);
        }
    }
}
