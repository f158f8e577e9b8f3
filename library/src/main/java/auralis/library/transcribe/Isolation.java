package auralis.library.transcribe;

import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.separate.Stem;
import auralis.library.media.DiskSpace;
import auralis.library.media.MediaException;
import auralis.library.media.MediaSource;
import auralis.library.separate.SeparationSettings;
import auralis.library.separate.Separations;
import java.io.IOException;
import java.nio.file.Path;

/** Takes the music away from the voices of a song, by the separation of the library. */
final class Isolation {
    /** Stems are kept as 32-bit float. */
    private static final int SAMPLE_BYTES = 4;

    /** As much as is kept of stems at all. */
    private static final long MOST_BYTES = 20L << 30;

    private final Separations separations;
    private final SeparationSettings settings;

    Isolation(Separations separations, SeparationSettings settings) {
        this.separations = separations;
        this.settings = settings;
    }

    /** Room for the stems. */
    long needsBytes(MediaSource media) throws IOException {
        StreamFormat format = media.format();
        return media.frames().orElse(0)
                * format.channels()
                * SAMPLE_BYTES
                * separations.stems(settings).size();
    }

    /**
     * @throws MediaException when it is too much, or has too many channels
     */
    void require(Path source, MediaSource media) throws IOException {
        Separations.requireSeparable(source, media);
        long bytes = needsBytes(media);
        if (bytes > MOST_BYTES) {
            throw new MediaException(
                    source,
                    "it is too long to isolate its vocals, which would need "
                            + DiskSpace.words(bytes),
                    "Transcribe it without that, or cut it into songs first.");
        }
    }

    AudioSource vocals(Path source, Progress progress) throws IOException, InterruptedException {
        progress.phase("isolating");
        return separations.of(source, settings, progress).open(Stem.VOCALS);
    }
}
