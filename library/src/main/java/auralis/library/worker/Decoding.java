package auralis.library.worker;

import auralis.dsp.AudioBlock;
import auralis.dsp.Progress;
import auralis.library.json.Json;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import java.io.IOException;
import java.nio.file.Path;

/** Decodes a file to its end, to see whether its decoder lives through it. */
public final class Decoding implements ChildTask {
    public static final String NAME = "decode";

    private static final int FRAMES = 8192;

    /** What to decode. */
    public record Request(Path file) {}

    /** What was found. */
    public record Answer(long frames, int sampleRate, int damages) {}

    @Override
    public String run(String request, Progress progress) throws IOException, InterruptedException {
        Path file = Json.read(request, Request.class).file();
        try (MediaSource source = Media.open(file)) {
            source.frames().ifPresent(progress::total);
            AudioBlock block = new AudioBlock(source.format().channels(), FRAMES);
            long frames = 0;
            for (int got = source.read(block); got >= 0; got = source.read(block.all())) {
                progress.checkpoint();
                progress.advance(got);
                frames += got;
            }
            return Json.write(
                    new Answer(frames, source.format().sampleRate(), source.damage().size()));
        }
    }
}
