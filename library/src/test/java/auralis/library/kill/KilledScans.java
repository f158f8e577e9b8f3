package auralis.library.kill;

import auralis.library.backup.Backups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Kills the real program at random moments while it scans, and looks each time whether the library
 * is sound, the music untouched, and the next scan ends with the tracks of one that was not killed.
 */
final class KilledScans {
    private static final long POLL_MS = 5;

    private final String program;
    private final Path music;
    private final Path work;

    private KilledScans(String program, Path music, Path work) {
        this.program = program;
        this.music = music;
        this.work = work;
    }

    /**
     * @param args the program, a folder of music, how many kills, the seed of the moments
     */
    public static void main(String[] args) throws Exception {
        Path work = Files.createTempDirectory("auralis-kills");
        try {
            int bad =
                    new KilledScans(args[0], Path.of(args[1]).toAbsolutePath(), work)
                            .run(Integer.parseInt(args[2]), new Random(Long.parseLong(args[3])));
            System.exit(bad == 0 ? 0 : 1);
        } finally {
            Soundness.delete(work);
        }
    }

    private int run(int kills, Random random) throws Exception {
        Map<String, String> contents = Soundness.contents(music);
        Path whole = work.resolve("whole");
        long start = System.nanoTime();
        Process process = scan(whole);
        while (!Files.exists(whole.resolve(Backups.DATABASE)) && process.isAlive()) {
            process.waitFor(POLL_MS, TimeUnit.MILLISECONDS);
        }
        long first = millisSince(start);
        int code = process.waitFor();
        long last = millisSince(start);
        Set<String> tracks = Soundness.tracks(whole);
        System.out.printf(
                "%d files, %d tracks, exit code %d; the database begins after %d ms, the end is at"
                        + " %d ms%n",
                contents.size(), tracks.size(), code, first, last);
        int bad = 0;
        for (int kill = 1; kill <= kills; kill++) {
            long moment = first + (long) (random.nextDouble() * (last - first));
            bad += kill(kill, moment, tracks, contents) ? 0 : 1;
        }
        System.out.printf("%d of %d kills without a fault%n", kills - bad, kills);
        return bad;
    }

    private boolean kill(int number, long moment, Set<String> tracks, Map<String, String> contents)
            throws Exception {
        Path data = work.resolve("killed" + number);
        Process process = scan(data);
        boolean ended = process.waitFor(moment, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        List<String> faults = Soundness.faults(data);
        int stored = Soundness.tracks(data).size();
        int code = scan(data).waitFor();
        boolean same = Soundness.tracks(data).equals(tracks);
        boolean untouched = Soundness.contents(music).equals(contents);
        List<String> after = Soundness.faults(data);
        System.out.printf(
                "%3d  killed at %5d ms%s with %5d tracks stored: %s; the next scan: exit code %d,"
                        + " %s tracks, music %s%s%n",
                number,
                moment,
                ended ? " (after its end)" : "",
                stored,
                faults.isEmpty() ? "sound" : "FAULTS " + faults,
                code,
                same ? "the same" : "OTHER",
                untouched ? "untouched" : "CHANGED",
                after.isEmpty() ? "" : " FAULTS " + after);
        Soundness.delete(data);
        return faults.isEmpty() && after.isEmpty() && code == 0 && same && untouched;
    }

    private Process scan(Path data) throws IOException {
        return new ProcessBuilder(
                        program,
                        "--data-dir",
                        data.toString(),
                        "library",
                        "scan",
                        music.toString(),
                        "--quiet")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
