package auralis.app.instance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a start says to the window that is there already.
 *
 * @param files absolute paths, for {@link Wish#OPEN} only
 */
public record Message(Wish wish, List<Path> files) {
    /** What is wanted of the window. */
    public enum Wish {
        /** To come to the front, add the files and play the first. */
        OPEN,
        PLAY_PAUSE,
        NEXT,
        PREVIOUS
    }

    /** No path contains it. */
    private static final String SEPARATOR = "\0";

    public Message {
        files = List.copyOf(files);
    }

    public static Message open(List<Path> files) {
        return new Message(
                Wish.OPEN, files.stream().map(f -> f.toAbsolutePath().normalize()).toList());
    }

    public static Message of(Wish wish) {
        return new Message(wish, List.of());
    }

    byte[] bytes() {
        List<String> parts = new ArrayList<>();
        parts.add(wish.name());
        files.forEach(file -> parts.add(file.toString()));
        return String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @throws IllegalArgumentException when it is none
     */
    static Message of(byte[] bytes) {
        List<String> parts =
                Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1));
        List<Path> files = parts.stream().skip(1).map(Path::of).toList();
        return new Message(Wish.valueOf(parts.get(0)), files);
    }
}
