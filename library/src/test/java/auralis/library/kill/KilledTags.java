package auralis.library.kill;

import auralis.library.media.Media;
import auralis.library.tag.TagEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills a process that changes tags at random moments, and looks each time whether every file is
 * whole: the same sound, and tags that somebody wrote.
 */
final class KilledTags {
    private static final int FILES = 30;
    private static final int LONGEST_MS = 2000;

    private KilledTags() {}

    /**
     * @param args a folder of music, of which copies are used; how many kills; the seed
     */
    public static void main(String[] args) throws Exception {
        Path work = Files.createTempDirectory("auralis-kills");
        try {
            int number = 0;
            for (Path file : Child.files(Path.of(args[0])).stream().limit(FILES).toList()) {
                Path copy = work.resolve(number++ + "-" + file.getFileName());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            System.exit(
                    run(work, Integer.parseInt(args[1]), new Random(Long.parseLong(args[2]))) == 0
                            ? 0
                            : 1);
        } finally {
            Soundness.delete(work);
        }
    }

    private static int run(Path music, int kills, Random random) throws Exception {
        for (Path file : Child.files(music)) {
            Media.retag(file, TagEdit.NONE.with("title", "Before"));
        }
        Map<Path, String> before = Sounds.of(music);
        int bad = 0;
        for (int kill = 1; kill <= kills; kill++) {
            Process child = Child.start("retag", music.toString());
            int started = Child.await(child, 1);
            int moment = random.nextInt(LONGEST_MS);
            Thread reader = drain(child);
            boolean ended = child.waitFor(moment, TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
            reader.join();
            List<String> faults = Sounds.faults(music, before);
            System.out.printf(
                    "%3d  killed %4d ms after its first change: %s, %d unfinished copies left%n",
                    kill,
                    moment,
                    faults.isEmpty() && started == 1 && !ended ? "all whole" : "FAULTS " + faults,
                    Sounds.parts(music));
            bad += faults.isEmpty() && started == 1 && !ended ? 0 : 1;
        }
        System.out.printf("%d of %d kills without a fault%n", kills - bad, kills);
        return bad;
    }

    /** A child that cannot write its lines would stop. */
    private static Thread drain(Process child) {
        Thread reader =
                new Thread(
                        () -> {
                            try {
                                Child.await(child, Integer.MAX_VALUE);
                            } catch (IOException e) {
                                // It was killed while it was read.
                                return;
                            }
                        });
        reader.start();
        return reader;
    }
}
