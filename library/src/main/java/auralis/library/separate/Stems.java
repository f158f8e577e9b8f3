package auralis.library.separate;

import auralis.dsp.AudioSource;
import auralis.dsp.separate.Stem;
import auralis.dsp.separate.StemStack;
import auralis.dsp.wav.WavSource;
import auralis.library.json.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The stems of a file, ready to be read.
 *
 * @param folder where they lie, as 32-bit float WAV
 */
public record Stems(Path folder, StemSet set) {
    private static final String INDEX = "stems.json";

    static Stems read(Path folder) throws IOException {
        return new Stems(folder, Json.read(Files.readString(folder.resolve(INDEX)), StemSet.class));
    }

    static boolean areIn(Path folder) {
        return Files.isRegularFile(folder.resolve(INDEX));
    }

    static void write(Path folder, StemSet set) throws IOException {
        Files.writeString(folder.resolve(INDEX), Json.writePretty(set));
    }

    static Path index(Path folder) {
        return folder.resolve(INDEX);
    }

    static Path file(Path folder, Stem stem) {
        return folder.resolve(stem.word() + ".wav");
    }

    /** Opens one from its start. */
    public AudioSource open(Stem stem) throws IOException {
        FileChannel channel = FileChannel.open(file(folder, stem));
        try {
            return new WavSource(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Opens all of them as one stream. */
    public StemStack stack() throws IOException {
        List<AudioSource> opened = new ArrayList<>();
        try {
            for (Stem stem : set.stems()) {
                opened.add(open(stem));
            }
            return new StemStack(opened);
        } catch (IOException | RuntimeException e) {
            for (AudioSource source : opened) {
                source.close();
            }
            throw e;
        }
    }
}
