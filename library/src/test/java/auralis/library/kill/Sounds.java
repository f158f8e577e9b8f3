package auralis.library.kill;

import auralis.dsp.AudioBlock;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import auralis.library.media.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Whether files of sound are whole. */
final class Sounds {
    private static final int FRAMES = 4096;

    private Sounds() {}

    /** The samples of each file, as a number. */
    static Map<Path, String> of(Path music) throws IOException {
        Map<Path, String> sounds = new TreeMap<>();
        for (Path file : Child.files(music)) {
            sounds.put(file, samples(file));
        }
        return sounds;
    }

    private static String samples(Path file) throws IOException {
        CRC32 sum = new CRC32();
        long frames = 0;
        try (MediaSource source = Media.open(file)) {
            AudioBlock block = new AudioBlock(source.format().channels(), FRAMES);
            for (int read = source.read(block); read >= 0; read = source.read(block)) {
                frames += read;
                for (int channel = 0; channel < source.format().channels(); channel++) {
                    for (int i = 0; i < read; i++) {
                        int bits = Float.floatToRawIntBits(block.plane(channel)[i]);
                        sum.update(bits);
                        sum.update(bits >> 8);
                        sum.update(bits >> 16);
                        sum.update(bits >> 24);
                    }
                }
            }
        }
        return frames + "/" + sum.getValue();
    }

    /** What is wrong with the files; every title is of a round or of the beginning. */
    static List<String> faults(Path music, Map<Path, String> before) throws IOException {
        List<String> faults = new ArrayList<>();
        if (!of(music).equals(before)) {
            faults.add("the sound or the files are others");
        }
        for (Path file : before.keySet()) {
            if (Tags.read(file).title().isEmpty()) {
                faults.add(file.getFileName() + " has no title");
            }
        }
        return faults;
    }

    /** Copies that were not finished, which nobody takes for music. */
    static long parts(Path music) throws IOException {
        try (Stream<Path> files = Files.list(music)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".part")).count();
        }
    }
}
