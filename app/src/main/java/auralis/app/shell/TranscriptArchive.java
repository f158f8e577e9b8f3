package auralis.app.shell;

import auralis.app.transcript.Archive;
import auralis.dsp.Progress;
import auralis.dsp.meter.WaveformSummary;
import auralis.library.Library;
import auralis.library.media.Tags;
import auralis.library.transcript.Transcript;
import auralis.library.transcript.TranscriptReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Transcripts and lyrics of the library; called on workers. */
record TranscriptArchive(Library library) implements Archive {
    @Override
    public Optional<Transcript> find(Path file) throws IOException {
        return library.transcriptions().find(file);
    }

    @Override
    public Optional<Transcript> partial(Path file) {
        return library.transcriptions().partial(file);
    }

    @Override
    public void keep(Path file, Transcript transcript) throws IOException {
        library.transcriptions().keep(file, transcript);
    }

    @Override
    public String lyrics(Path file) {
        return Tags.field(file, "lyrics");
    }

    @Override
    public Transcript timed(String lyrics) throws IOException {
        Path passing = Files.createTempFile("lyrics", ".lrc");
        try {
            Files.writeString(passing, lyrics);
            return TranscriptReader.read(passing);
        } finally {
            Files.deleteIfExists(passing);
        }
    }

    @Override
    public WaveformSummary waveform(Path file, Progress progress)
            throws IOException, InterruptedException {
        return library.waveform(file, progress);
    }
}
