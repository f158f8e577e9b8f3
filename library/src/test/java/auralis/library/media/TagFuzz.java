package auralis.library.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import auralis.library.tag.TagEdit;
import auralis.library.tag.TaggedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/**
 * Damaged files, read for their tags and pictures and edited: whatever the bytes are, an answer
 * comes, and an edit either leaves the file alone or makes one that can be read.
 *
 * <p>More of them than the build takes, with their number for each kind and a seed:
 *
 * <pre>
 * java -Xmx256m -cp library/target/test-classes:library/target/classes:dsp-core/target/classes:\
 * $(cat library/target/classpath) auralis.library.media.TagFuzz 2000 1
 * </pre>
 */
final class TagFuzz {
    /** Editing waits for the disk, so not every file is. */
    private static final int EDITED_ONE_OF = 5;

    private static final Duration HANGS = Duration.ofSeconds(20);

    private TagFuzz() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("tagfuzz");
        for (String kind : TagFixtures.KINDS) {
            int[] counts =
                    run(folder, kind, Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
            System.out.printf("%-16s with tags %6d  edited %6d%n", kind, counts[0], counts[1]);
        }
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            System.out.println("files left: " + files.count());
        }
    }

    /** Answers how many of the damaged files still had tags, and how many could be edited. */
    static int[] run(Path folder, String kind, int count, long seed) throws IOException {
        Path file = TagFixtures.make(folder, kind);
        Media.retag(
                file,
                TagEdit.NONE
                        .with("title", "A title")
                        .with("artist", "One", "Two")
                        .with("own", "mine")
                        .withPicture(TagFixtures.picture("jpg", 60, 60, 1)));
        byte[] whole = Files.readAllBytes(file);
        int[] counts = new int[2];
        for (int i = 0; i < count; i++) {
            Random random = new Random(seed * 1_000_003 + i);
            byte[] damaged = damage(whole, random);
            Files.write(file, damaged);
            assertTimeoutPreemptively(
                    HANGS, () -> read(file, damaged, counts), kind + ", seed " + seed + ", " + i);
            if (i % EDITED_ONE_OF == 0) {
                assertTimeoutPreemptively(
                        HANGS,
                        () -> retag(file, damaged, counts),
                        kind + ", seed " + seed + ", " + i);
            }
        }
        Files.delete(file);
        return counts;
    }

    /** As files are damaged, or only where their tags are likely to be. */
    private static byte[] damage(byte[] whole, Random random) {
        if (random.nextBoolean()) {
            return Mutation.damage(whole, random);
        }
        byte[] damaged = whole.clone();
        int reach = Math.min(whole.length, 600);
        int from = random.nextBoolean() ? 0 : whole.length - reach;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            damaged[from + random.nextInt(reach)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private static void read(Path file, byte[] damaged, int[] counts) throws IOException {
        if (!Tags.read(file).equals(Tags.NONE)) {
            counts[0]++;
        }
        Artwork.of(file);
        edit(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }

    private static void retag(Path file, byte[] damaged, int[] counts) throws IOException {
        try {
            TagEdit undo = Media.retag(file, TagEdit.NONE.with("title", "Another"));
            assertThat(Tags.read(file).title()).isEqualTo("Another");
            Media.retag(file, undo);
            counts[1]++;
        } catch (MediaException e) {
            assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
        }
    }

    /** What is read is also changed and put together, if only in memory. */
    private static void edit(Path file) throws IOException {
        try {
            Optional<TaggedFile> tagged = TaggedFile.open(file);
            if (tagged.isPresent()) {
                try (TaggedFile open = tagged.get()) {
                    open.pictures();
                    open.requireWritable();
                    open.apply(TagEdit.NONE.with("title").withoutPicture());
                    assertThat(open.length()).isLessThan(Files.size(file) + 5000);
                }
            }
        } catch (IOException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }
}
