package auralis.library.media;

import auralis.library.tag.Picture;
import auralis.library.tag.TagEdit;
import auralis.library.tag.TagException;
import auralis.library.tag.TaggedFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Carries everything that is said about music, and its pictures, from one file of sound to another,
 * whatever their kinds. What was true of the old sound only stays behind: its loudness, its
 * encoder, its padding.
 */
final class TagCopy {
    private static final Logger LOG = System.getLogger(TagCopy.class.getName());

    private static final Pattern OF_THE_OLD_SOUND =
            Pattern.compile(
                    "(comment:)?(replaygain_.*|r128_.*|mp3gain_.*|itunnorm|itunsmpb|itunpgap"
                            + "|(album )?dynamic range|accuraterip.*"
                            + "|encoder|encodersettings|encoder_options|tlen"
                            + "|waveformatextensible_.*)",
                    Pattern.CASE_INSENSITIVE);

    private static final List<String> COUNTED = List.of("track", "disc");
    private static final String TOTAL = "total";

    private TagCopy() {}

    /**
     * @param source a file that has none, or none that can be read, gives nothing
     * @param target a finished file, which is written anew
     * @throws IOException when the target cannot take them
     */
    static void copy(Path source, Path target) throws IOException {
        Map<String, List<String>> fields = Map.of();
        List<Picture> pictures = List.of();
        try {
            fields = Tags.all(source);
            pictures = pictures(source);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, () -> "no tags to carry from " + source, e);
        }
        if (!fields.isEmpty() || !pictures.isEmpty()) {
            write(fields, pictures, source, target);
        }
    }

    private static List<Picture> pictures(Path source) throws IOException {
        Optional<TaggedFile> known = TaggedFile.open(source);
        if (known.isEmpty()) {
            return List.of();
        }
        try (TaggedFile file = known.get()) {
            return file.pictures();
        }
    }

    /**
     * Says more in a finished file that has no name yet. Its sound keeps its bytes, which is
     * checked; so this may come after it was read again.
     *
     * @param part is written anew
     * @throws IOException when it cannot take that
     */
    static void add(TagEdit edit, Path part) throws IOException {
        rewrite(part, file -> edit.values().forEach((name, texts) -> carry(file, name, texts)));
    }

    private static void write(
            Map<String, List<String>> fields, List<Picture> pictures, Path source, Path target)
            throws IOException {
        rewrite(
                target,
                file -> {
                    SortedMap<String, List<String>> suited =
                            file.countsTotalsApart() ? apart(fields) : together(fields);
                    suited.keySet().removeIf(name -> OF_THE_OLD_SOUND.matcher(name).matches());
                    suited.forEach((name, texts) -> carry(file, name, texts));
                    pictures.forEach(file::add);
                    adopt(source, file);
                });
    }

    private static void adopt(Path source, TaggedFile file) {
        try {
            Optional<TaggedFile> known = TaggedFile.open(source);
            if (known.isPresent()) {
                try (TaggedFile from = known.get()) {
                    file.adopt(from);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "some of the tags of " + source + " stay behind", e);
        }
    }

    private static void rewrite(Path target, Consumer<TaggedFile> change) throws IOException {
        Path copy = AtomicFile.second(target);
        try {
            try (TaggedFile file = TaggedFile.open(target).orElseThrow()) {
                change.accept(file);
                writeTo(file, copy);
                requireSameSound(file, copy);
            }
            Files.move(copy, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (TagException e) {
            throw new IOException("its tags: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static void requireSameSound(TaggedFile file, Path copy) throws IOException {
        try (TaggedFile made = TaggedFile.open(copy).orElseThrow()) {
            if (!made.soundsLike(file)) {
                throw new IOException("the copy with tags does not hold the same sound");
            }
        }
    }

    private static void writeTo(TaggedFile file, Path copy) throws IOException {
        try (FileChannel out =
                FileChannel.open(
                        copy,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            file.writeTo(out);
            out.force(true);
        }
    }

    private static void carry(TaggedFile file, String name, List<String> texts) {
        String safe = name.replaceAll("[=\\p{Cntrl}]", "_");
        if (safe.isBlank()) {
            return;
        }
        try {
            file.apply(TagEdit.NONE.with(safe, texts));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> name + " has no place in the new file", e);
        }
    }

    /** Track 3 of 12 as two fields. */
    private static SortedMap<String, List<String>> apart(Map<String, List<String>> fields) {
        SortedMap<String, List<String>> apart = copyOf(fields);
        for (String name : COUNTED) {
            String text = first(fields, name);
            int slash = text.indexOf('/');
            if (slash > 0) {
                apart.put(name, List.of(text.substring(0, slash)));
                apart.putIfAbsent(name + TOTAL, List.of(text.substring(slash + 1)));
            }
        }
        return apart;
    }

    /** Track 3 of 12 as "3/12". */
    private static SortedMap<String, List<String>> together(Map<String, List<String>> fields) {
        SortedMap<String, List<String>> together = copyOf(fields);
        for (String name : COUNTED) {
            String total = first(fields, name + TOTAL);
            String text = first(fields, name);
            if (!total.isEmpty() && !text.isEmpty()) {
                together.remove(name + TOTAL);
                together.put(name, List.of(text.contains("/") ? text : text + "/" + total));
            }
        }
        return together;
    }

    private static SortedMap<String, List<String>> copyOf(Map<String, List<String>> fields) {
        SortedMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(fields);
        return copy;
    }

    private static String first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).get(0);
    }
}
