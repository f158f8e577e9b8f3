package auralis.library.media;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import org.jaudiotagger.audio.AudioFile;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.audio.exceptions.CannotReadException;
import org.jaudiotagger.audio.exceptions.CannotWriteException;
import org.jaudiotagger.audio.exceptions.InvalidAudioFrameException;
import org.jaudiotagger.audio.exceptions.ReadOnlyFileException;
import org.jaudiotagger.tag.FieldDataInvalidException;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.KeyNotFoundException;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.TagException;
import org.jaudiotagger.tag.images.Artwork;

/** Carries texts and pictures from one file of sound to another, whatever their kinds. */
final class TagCopy {
    private static final Logger LOG = System.getLogger(TagCopy.class.getName());

    private TagCopy() {}

    /**
     * @param source a file that has none, or none that can be read, gives nothing
     * @param target whose name need not tell its kind
     * @param extension that tells it
     * @throws IOException when the target cannot take them
     */
    static void copy(Path source, Path target, String extension) throws IOException {
        Tag from = read(source);
        if (from == null || from.isEmpty()) {
            return;
        }
        try {
            AudioFile file = AudioFileIO.readAs(target.toFile(), extension);
            Tag to = file.getTagOrCreateDefault();
            copyTexts(from, to);
            for (Artwork picture : from.getArtworkList()) {
                to.addField(picture);
            }
            file.setTag(to);
            AudioFileIO.write(file);
        } catch (CannotReadException
                | CannotWriteException
                | TagException
                | ReadOnlyFileException
                | InvalidAudioFrameException e) {
            throw new IOException("its tags: " + e.getMessage(), e);
        }
    }

    private static Tag read(Path source) {
        try {
            return AudioFileIO.read(source.toFile()).getTag();
        } catch (IOException
                | CannotReadException
                | TagException
                | ReadOnlyFileException
                | InvalidAudioFrameException
                | RuntimeException e) {
            LOG.log(Level.DEBUG, () -> "no tags to carry from " + source, e);
            return null;
        }
    }

    private static void copyTexts(Tag from, Tag to) {
        for (FieldKey key : FieldKey.values()) {
            if (key != FieldKey.COVER_ART) {
                copyText(from, to, key);
            }
        }
    }

    private static void copyText(Tag from, Tag to, FieldKey key) {
        try {
            boolean first = true;
            for (String text : from.getAll(key)) {
                if (!text.isBlank()) {
                    if (first) {
                        to.setField(key, text);
                    } else {
                        to.addField(key, text);
                    }
                    first = false;
                }
            }
        } catch (FieldDataInvalidException
                | KeyNotFoundException
                | UnsupportedOperationException e) {
            LOG.log(Level.DEBUG, () -> key + " has no place in the new file", e);
        }
    }
}
