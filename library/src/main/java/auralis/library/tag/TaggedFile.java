package auralis.library.tag;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * A file of sound and its tags. The file is only read: changes are made in memory, and {@link
 * #writeTo} writes a new file of what was not changed, byte for byte, and what was.
 *
 * <p>Names of fields are the same for all kinds of files, whatever the case of their letters:
 * {@code title}, {@code artist}, {@code album}, {@code albumartist}, {@code composer}, {@code
 * track}, {@code disc}, {@code year}, {@code genre}, {@code comment} and so on ({@link TagNames}).
 * Any other name is a field of the user's own, where the format has such.
 */
public abstract class TaggedFile implements Closeable {
    private static final Set<String> APE_TAILED =
            Set.of("wvpk", "MAC ", "MPCK", "tBaK", "OFR ", "MP+\7", "MP+\27", "MP+\47");

    private final FileChannel channel;

    TaggedFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens a file by its content; empty when it is of a kind whose tags are not known here.
     *
     * @throws IOException when it cannot be read
     */
    public static Optional<TaggedFile> open(Path file) throws IOException {
        return open(file, false);
    }

    /** Opens a file that is known to hold MPEG frames, whatever it begins with. */
    public static TaggedFile openMpeg(Path file) throws IOException {
        return open(file, true).orElseThrow();
    }

    private static Optional<TaggedFile> open(Path file, boolean mpeg) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            Optional<TaggedFile> tagged =
                    mpeg
                            ? Optional.of(FramedFile.mpeg(channel, Window.of(channel)))
                            : of(channel, Window.of(channel));
            if (tagged.isEmpty()) {
                channel.close();
            }
            return tagged;
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private static Optional<TaggedFile> of(FileChannel channel, Window in) throws IOException {
        long start = Id3Tag.length(in, 0);
        String head = in.letters(start, 12);
        if (head.startsWith("fLaC")) {
            return Optional.of(new FlacFile(channel, in, start));
        }
        boolean riff = head.startsWith("RIFF") || head.startsWith("RF64");
        if (riff && head.startsWith("WAVE", 8)) {
            return Optional.of(new RiffFile(channel, in));
        }
        if (head.startsWith("FORM") && head.startsWith("AIF", 8)) {
            return Optional.of(new AiffFile(channel, in));
        }
        if (head.startsWith("OggS")) {
            return Optional.of(new OggFile(channel, in));
        }
        // QuickTime's own films keep their texts elsewhere.
        if (head.startsWith("ftyp", 4) && !head.endsWith("qt  ")) {
            return Optional.of(new Mp4File(channel, in));
        }
        if (head.length() == 12 && APE_TAILED.contains(head.substring(0, 4))) {
            return Optional.of(FramedFile.apeTailed(channel, in));
        }
        if (start > 0 || isMpeg(head)) {
            return Optional.of(FramedFile.mpeg(channel, in));
        }
        return Optional.empty();
    }

    /** Eleven bits of sync and a layer, which AAC has not. */
    private static boolean isMpeg(String head) {
        return head.length() > 1
                && head.charAt(0) == 0xFF
                && (head.charAt(1) & 0xE0) == 0xE0
                && (head.charAt(1) & 0x06) != 0;
    }

    FileChannel channel() {
        return channel;
    }

    /** The tags, the one that is believed first and written in any case at the head. */
    abstract List<TagBlock> blocks();

    /** The one that takes pictures. */
    abstract TagBlock pictureBlock();

    /** The file as it is now. */
    abstract List<Piece> pieces() throws IOException;

    /** Everything that no change of tags may touch. */
    abstract List<Piece> sound() throws IOException;

    /**
     * Says why this file cannot be written, before anything is.
     *
     * @throws TagException when it cannot
     */
    public void requireWritable() throws TagException {
        for (TagBlock block : blocks()) {
            if (block.fault().isPresent()) {
                throw block.fault().get();
            }
        }
    }

    /** Whether this kind of file has a field of its own for how many tracks and discs there are. */
    public boolean countsTotalsApart() {
        return false;
    }

    /** What the tags say: at least one text for each name, composed (NFC), none of them blank. */
    public SortedMap<String, List<String>> fields() throws IOException {
        SortedMap<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (TagBlock block : blocks()) {
            block.collect(fields);
        }
        return fields;
    }

    /** All pictures that can be read. */
    public List<Picture> pictures() throws IOException {
        List<Picture> pictures = new ArrayList<>();
        for (TagBlock block : blocks()) {
            pictures.addAll(block.pictures());
        }
        return pictures;
    }

    /** The picture for the front; one of no stated kind is taken for it where there is no other. */
    public Optional<Picture> front() throws IOException {
        Optional<Picture> front = first(TagItem.FRONT);
        return front.isPresent() ? front : first(TagItem.OTHER);
    }

    private Optional<Picture> first(String name) throws IOException {
        for (TagBlock block : blocks()) {
            for (TagItem item : block.items(name)) {
                Optional<Picture> picture = block.style().picture(item);
                if (picture.isPresent()) {
                    return picture;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Changes the tags in memory.
     *
     * @return what undoes it
     * @throws TagException when this kind of file has no place for something
     */
    public TagEdit apply(TagEdit edit) throws IOException {
        TagEdit.Inverse inverse = new TagEdit.Inverse();
        for (Map.Entry<String, List<String>> change : edit.values().entrySet()) {
            String name = change.getKey();
            List<String> before = fields().getOrDefault(name, List.of());
            if (!before.equals(change.getValue()) || edit.restores(name)) {
                inverse.value(name, before);
                setTexts(name, change.getValue(), edit, inverse);
            }
        }
        if (edit.changesPicture()) {
            Optional<Picture> before = front();
            if (edit.restores(TagItem.FRONT) || !edit.shows(before)) {
                inverse.picture(before);
                setFront(edit, inverse);
            }
        }
        return inverse.edit();
    }

    /** Adds a picture of any kind to those that are there. */
    public void add(Picture picture) {
        TagBlock block = pictureBlock();
        block.items().addAll(block.style().items(picture));
    }

    /**
     * Takes over what only the programs that wrote it understand (ratings, chapters, links), from
     * tags of a kind that this file has too; not what is about the sound itself.
     */
    public void adopt(TaggedFile other) throws IOException {
        for (TagBlock from : other.blocks()) {
            for (TagBlock to : blocks()) {
                for (TagItem item : from.items()) {
                    if (to.style().takes(item, from.style())) {
                        to.items().add(item.inMemory());
                    }
                }
            }
        }
    }

    private void setTexts(String name, List<String> values, TagEdit edit, TagEdit.Inverse inverse)
            throws IOException {
        for (TagBlock block : blocks()) {
            boolean speaks = block == blocks().get(0) || block.has(name);
            List<TagItem> items = speaks ? block.style().items(name, values) : List.of();
            if (block == blocks().get(0) && items.isEmpty() && !values.isEmpty()) {
                throw new TagException(
                        "its kind of tags cannot hold \"" + values.get(0) + "\" as " + name,
                        "Enter a number there.");
            }
            replace(block, name, edit.kept(block.kind(), name).orElse(items), inverse);
        }
    }

    private void setFront(TagEdit edit, TagEdit.Inverse inverse) throws IOException {
        boolean known = first(TagItem.FRONT).isPresent();
        for (TagBlock block : blocks()) {
            List<TagItem> items =
                    block == pictureBlock()
                            ? edit.pictureOrNone().map(block.style()::items).orElse(List.of())
                            : List.of();
            replace(
                    block,
                    TagItem.FRONT,
                    edit.kept(block.kind(), TagItem.FRONT).orElse(items),
                    inverse);
            if (!known || edit.restores(TagItem.OTHER)) {
                List<TagItem> others = edit.kept(block.kind(), TagItem.OTHER).orElse(List.of());
                replace(block, TagItem.OTHER, others, inverse);
            }
        }
    }

    private static void replace(
            TagBlock block, String name, List<TagItem> with, TagEdit.Inverse inverse)
            throws IOException {
        inverse.keep(block.kind(), name, block.items(name));
        block.replace(name, with);
    }

    /** Writes the whole file with its tags as they are now. */
    public void writeTo(WritableByteChannel out) throws IOException {
        for (Piece piece : pieces()) {
            piece.writeTo(out);
        }
    }

    /** The size of the file as it is now, in bytes. */
    public long length() throws IOException {
        return pieces().stream().mapToLong(Piece::length).sum();
    }

    /** Whether two files have the same fields and pictures. */
    public boolean saysLike(TaggedFile other) throws IOException {
        List<Picture> here = pictures();
        List<Picture> there = other.pictures();
        boolean same = here.size() == there.size() && fields().equals(other.fields());
        for (int i = 0; same && i < here.size(); i++) {
            same = here.get(i).shows(there.get(i));
        }
        return same;
    }

    /** Whether two files hold the same bytes of sound, in whatever tags. */
    public boolean soundsLike(TaggedFile other) throws IOException {
        return sum().equals(other.sum());
    }

    private String sum() throws IOException {
        try (Sum sum = new Sum()) {
            for (Piece piece : sound()) {
                piece.writeTo(sum);
            }
            return sum.length + ":" + sum.crc.getValue();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Adds up what is written to it. */
    private static final class Sum implements WritableByteChannel {
        private final CRC32C crc = new CRC32C();
        private long length;

        @Override
        public int write(ByteBuffer bytes) {
            int count = bytes.remaining();
            crc.update(bytes);
            length += count;
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
