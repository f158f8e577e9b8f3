package auralis.library.export;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.AudioSource;
import auralis.dsp.StreamFormat;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Something like music for tests, in files. */
final class Music {
    static final StreamFormat FORMAT = StreamFormat.stereo(44_100);

    private Music() {}

    /** Chords with a beat on noise, the same every time. */
    static Path write(Path file, double seconds) throws IOException {
        Files.createDirectories(file.getParent());
        AudioBlock block = new AudioBlock(2, (int) FORMAT.frames(seconds));
        Random noise = new Random(3);
        for (int i = 0; i < block.capacity(); i++) {
            double t = FORMAT.seconds(i);
            double beat = Math.exp(-12 * (t % 0.5));
            double chord = tone(220, t) + tone(277.2, t) + tone(329.6, t) + tone(1760, t) / 4;
            for (int c = 0; c < 2; c++) {
                double hiss = beat * noise.nextGaussian();
                block.plane(c)[i] = (float) (0.07 * chord + 0.1 * hiss);
            }
        }
        try (AudioSink sink = Media.create(file, FORMAT, new Encoding.Wav(32))) {
            sink.write(block);
            sink.commit();
        }
        return file;
    }

    private static double tone(double hertz, double seconds) {
        return Math.sin(2 * Math.PI * hertz * seconds);
    }

    /** A whole file. */
    static AudioBlock read(Path file) throws IOException {
        try (AudioSource source = Media.open(file)) {
            int frames = (int) source.frames().orElseThrow();
            AudioBlock block = new AudioBlock(source.format().channels(), frames);
            for (int at = 0; at < frames; ) {
                at += source.read(block.window(at, frames));
            }
            return block.all();
        }
    }
}
