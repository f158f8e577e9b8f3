package auralis.library.media;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.StreamFormat;
import auralis.dsp.wav.AiffSource;
import auralis.dsp.wav.PcmException;
import auralis.dsp.wav.WavSource;
import auralis.library.tag.TagEdit;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one door to files of sound. */
public final class Media {
    private static final int REHEARSAL_FRAMES = 4_096;

    private Media() {}

    /**
     * Opens a file of sound, recognised by its content and never by its name.
     *
     * @throws MediaException when it is none, is of an unknown kind or cannot be read
     */
    public static MediaSource open(Path file) throws IOException {
        try {
            return new NamedSource(file, decoder(file));
        } catch (IOException e) {
            throw ReadFault.explain(file, e);
        }
    }

    /**
     * Starts a file that gets its name, over a file that may have it, only when it is committed:
     * complete, on the disk, and read again without a difference. Closing before leaves nothing.
     *
     * @param encoding integers (WAV, FLAC) take samples that were quantised to their bit depth
     * @throws MediaException when it cannot be written there, or not in this format
     */
    public static AudioSink create(Path target, StreamFormat format, Encoding encoding)
            throws IOException {
        return MediaEncoders.create(target, format, encoding, 0, part -> {});
    }

    /**
     * The same, with the tags and pictures of another file.
     *
     * @param expectedBytes how long the file will be, about, to be told when the disk is full
     */
    public static MediaSink create(
            Path target, StreamFormat format, Encoding encoding, Path tagsFrom, long expectedBytes)
            throws IOException {
        return MediaEncoders.create(
                target, format, encoding, expectedBytes, part -> TagCopy.copy(tagsFrom, part));
    }

    /**
     * Removes what a process that is gone left behind of this file, or of one with a number behind
     * the same name.
     */
    public static void discardParts(Path target) throws IOException {
        AtomicFile.discard(target);
    }

    /** Says in one sentence why a file could not be written; cancelled work stays that. */
    public static IOException explainWriting(Path target, IOException fault) throws IOException {
        return VerifiedSink.explain(target, fault);
    }

    /**
     * Changes the tags of a file, by a verified copy that takes its place in one step: whatever
     * happens, the file is whole, as it was or as it shall be. The sound and everything that is not
     * asked to change keep their bytes.
     *
     * @return the change that undoes this one; empty when there was nothing to change
     * @throws MediaException when it cannot be done; the file is as it was
     */
    public static TagEdit retag(Path file, TagEdit edit) throws IOException {
        return TagWriter.retag(file, edit);
    }

    /**
     * Says more in a file that is complete and has no name yet: what is known only since it was
     * measured. Its sound keeps its bytes.
     *
     * @throws IOException when it cannot be written
     */
    public static void addTags(Path part, TagEdit edit) throws IOException {
        TagCopy.add(edit, part);
    }

    /**
     * Time passes between the choice of a name and the first byte under it.
     *
     * @param replaces whether a file of that name is to be replaced
     * @throws OccupiedException when a file of that name has appeared that is not
     */
    public static void requireStillFree(Path target, boolean replaces) throws OccupiedException {
        if (!replaces) {
            AtomicFile.requireFree(target);
        }
    }

    /** Whether another process is writing this file, which has no name yet. */
    public static boolean isBeingWritten(Path target) {
        try {
            return AtomicFile.isBusy(target);
        } catch (IOException e) {
            // Writing there will say why it cannot be done.
            return false;
        }
    }

    /** Says in one sentence why a file cannot be read; cancelled work stays that. */
    public static IOException explain(Path file, IOException fault) throws IOException {
        return ReadFault.explain(file, fault);
    }

    /**
     * Loads the decoders that are not Java, which takes a while the first time.
     *
     * @param file of sound, of any kind
     */
    public static void rehearse(Path file) throws IOException {
        try (MediaSource source = ffmpeg(file)) {
            source.read(new AudioBlock(source.format().channels(), REHEARSAL_FRAMES));
        }
    }

    private static MediaSource decoder(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new MediaException(file, "it is a folder", "Choose the files in it.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new MediaException(
                    file, "it is no file that can be read", "Choose a file of sound.");
        }
        Magic magic = Magic.of(file);
        return switch (magic) {
            case WAV -> pcm(file, "wav");
            case AIFF -> pcm(file, "aiff");
            case FLAC -> FlacSource.open(file);
            case MP3 -> Mp3Source.open(file);
            case OTHER_SOUND -> ffmpeg(file);
            case EMPTY, TEXT, PICTURE, UNKNOWN -> throw magic.refusal(file);
        };
    }

    private static MediaSource pcm(Path file, String codec) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            return new PcmMediaSource(
                    codec, codec.equals("wav") ? new WavSource(channel) : new AiffSource(channel));
        } catch (IOException | RuntimeException e) {
            channel.close();
            if (e instanceof PcmException p && p.reason() == PcmException.Reason.OTHER_CODEC) {
                return ffmpeg(file);
            }
            throw e;
        }
    }

    /** The switch to the decoder for everything that is not decoded in Java. */
    static MediaSource ffmpeg(Path file) throws IOException {
        return FfmpegSource.open(file);
    }
}
