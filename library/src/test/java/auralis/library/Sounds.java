package auralis.library;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.StreamFormat;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Short files of sound for tests. */
final class Sounds {
    private static final StreamFormat FORMAT = StreamFormat.stereo(8000);
    private static final int FRAMES = 2 * FORMAT.sampleRate();

    private Sounds() {}

    /** Writes two seconds of a tone. */
    static Path tone(Path file, double hertz, double level) throws IOException {
        Files.createDirectories(file.getParent());
        try (AudioSink sink = Media.create(file, FORMAT, new Encoding.Wav(32))) {
            AudioBlock block = new AudioBlock(2, FRAMES);
            for (int channel = 0; channel < 2; channel++) {
                for (int i = 0; i < FRAMES; i++) {
                    double phase = 2 * Math.PI * hertz * i / FORMAT.sampleRate();
                    block.plane(channel)[i] = (float) (level * Math.sin(phase));
                }
            }
            sink.write(block);
            sink.commit();
        }
        return file;
    }
}
