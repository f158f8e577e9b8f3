package auralis.library.media;

import auralis.library.tag.TagEdit;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How many files a second are read for their tags, by one thread's processor time, with files that
 * the system has in memory. Each kind once without and once with a cover of about 200 kB.
 *
 * <pre>
 * java -cp library/target/test-classes:library/target/classes:dsp-core/target/classes:\
 * $(cat library/target/classpath) auralis.library.media.TagReadSpeed
 * </pre>
 */
final class TagReadSpeed {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int FILES = 200;

    private TagReadSpeed() {}

    public static void main(String[] arguments) throws IOException {
        List<String> kinds = new ArrayList<>(TagFixtures.KINDS);
        kinds.add("video.mkv");
        for (int round = 0; round < 2; round++) {
            for (String kind : kinds) {
                measure(kind, false, round > 0);
                if (!kind.equals("video.mkv")) {
                    measure(kind, true, round > 0);
                }
            }
        }
    }

    private static void measure(String kind, boolean cover, boolean told) throws IOException {
        Path folder = Files.createTempDirectory("speed");
        Path first = TagFixtures.make(folder, kind);
        if (!kind.equals("video.mkv")) {
            TagEdit edit =
                    TagEdit.NONE
                            .with("title", "A title")
                            .with("artist", "An artist")
                            .with("album", "An album")
                            .with("track", "3/12")
                            .with("year", "2001")
                            .with("genre", "Rock");
            Media.retag(
                    first,
                    cover ? edit.withPicture(TagFixtures.picture("bmp", 260, 256, 1)) : edit);
        }
        List<Path> files = new ArrayList<>(List.of(first));
        for (int i = 1; i < FILES; i++) {
            files.add(Files.copy(first, folder.resolve(i + "." + kind)));
        }
        files.forEach(Tags::read);
        long start = CLOCK.getCurrentThreadCpuTime();
        files.forEach(Tags::read);
        files.forEach(Tags::read);
        double seconds = (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
        if (told) {
            System.out.printf(
                    "%-16s%-12s%8.0f files/s%n",
                    kind, cover ? " with cover" : "", 2 * FILES / seconds);
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
