package auralis.library.separate;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.separate.Separator;
import auralis.dsp.separate.Stem;
import auralis.dsp.wav.WavSink;
import auralis.library.media.DiskSpace;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.media.MediaException;
import auralis.library.media.MediaSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes one file apart into an empty folder. The file is read a second time beside the stems, so
 * that it is known how exactly they add up to it.
 */
final class Separation implements Separator.Taker, Closeable {
    private static final double LEAST_DBFS = -200;
    private static final Encoding FLOAT = new Encoding.Wav(32);

    /** A stem on its way into its file. */
    private static final class Written {
        final Stem stem;
        final Path file;
        final WavSink sink;
        float peak;
        double energy;

        Written(Stem stem, Path file, StreamFormat format) throws IOException {
            this.stem = stem;
            this.file = file;
            this.sink =
                    new WavSink(
                            FileChannel.open(
                                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            format,
                            32);
        }

        void write(AudioBlock block) throws IOException {
            peak = Math.max(peak, block.peak());
            energy += energy(block);
            try {
                sink.write(block);
            } catch (IOException e) {
                throw explained(file, e);
            }
        }

        StemSet.Part part(double samples) {
            return new StemSet.Part(stem, peak, dbfs(energy / samples));
        }
    }

    private final Path source;
    private final MediaSource mix;
    private final List<Written> stems = new ArrayList<>();
    private AudioBlock rest;
    private double residual;
    private long frames;

    private Separation(Path source, Path folder, List<Stem> wanted) throws IOException {
        this.source = source;
        this.mix = Media.open(source);
        this.rest = new AudioBlock(mix.format().channels(), 0);
        try {
            for (Stem stem : wanted) {
                stems.add(new Written(stem, Stems.file(folder, stem), mix.format()));
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * @param folder there and empty; gets the stems and their index
     * @param engine the name of the separator
     * @throws IOException with a sentence for the user
     */
    static StemSet run(
            Path source, Separator separator, String engine, Path folder, Progress progress)
            throws IOException, InterruptedException {
        try (MediaSource opened = Media.open(source)) {
            Separations.requireSeparable(source, opened);
            requireRoom(opened, separator, folder);
            progress.phase("separating");
            try (Separation separation = new Separation(source, folder, separator.stems())) {
                separator.separate(opened, separation, progress);
                StemSet set = separation.finish(engine);
                Stems.write(folder, set);
                return set;
            }
        }
    }

    private static void requireRoom(MediaSource opened, Separator separator, Path folder)
            throws IOException {
        long bytes = FLOAT.bytes(opened.format(), opened.frames().orElse(0));
        long needed = separator.stems().size() * bytes;
        long usable = DiskSpace.disk(folder).getUsableSpace();
        if (usable < needed) {
            throw full(
                    folder,
                    "needs " + DiskSpace.words(needed) + ", has " + DiskSpace.words(usable),
                    null);
        }
    }

    /** It is not the disk of the results that is full. */
    private static IOException full(Path folder, String figures, IOException cause) {
        return new IOException(
                "The disk of "
                        + folder.getParent()
                        + ", where stems are kept, is full ("
                        + figures
                        + "). Make space, remove kept stems in the preferences under Models, or"
                        + " choose another data folder by --data-dir; then retry.",
                cause);
    }

    private static IOException explained(Path file, IOException fault) throws IOException {
        Path folder = file.getParent();
        return DiskSpace.isFull(folder, fault)
                ? full(
                        folder,
                        "has " + DiskSpace.words(DiskSpace.disk(folder).getUsableSpace()),
                        fault)
                : Media.explainWriting(file, fault);
    }

    @Override
    public void take(List<AudioBlock> blocks) throws IOException {
        for (int i = 0; i < blocks.size(); i++) {
            stems.get(i).write(blocks.get(i));
        }
        residual += energy(rest(blocks));
        frames += blocks.get(0).frames();
    }

    /** What the stems leave of the mix at this place. */
    private AudioBlock rest(List<AudioBlock> blocks) throws IOException {
        int length = blocks.get(0).frames();
        if (rest.capacity() < length) {
            rest = new AudioBlock(mix.format().channels(), length);
        }
        rest.first(length).clear();
        readMix(length);
        for (AudioBlock block : blocks) {
            for (int c = 0; c < rest.channels(); c++) {
                float[] left = rest.plane(c);
                float[] stem = block.plane(c);
                for (int i = 0; i < length; i++) {
                    left[i] -= stem[block.from() + i];
                }
            }
        }
        return rest.first(length);
    }

    private void readMix(int length) throws IOException {
        int filled = 0;
        while (filled < length) {
            int read = mix.read(rest.window(filled, length));
            if (read < 0) {
                throw new MediaException(
                        source, "it became shorter while it was read", "Try again.");
            }
            filled += read;
        }
    }

    private StemSet finish(String engine) throws IOException {
        for (Written stem : stems) {
            try {
                stem.sink.commit();
            } catch (IOException e) {
                throw explained(stem.file, e);
            }
        }
        StreamFormat format = mix.format();
        double samples = Math.max(1, (double) frames * format.channels());
        return new StemSet(
                engine,
                format.sampleRate(),
                format.channels(),
                frames,
                stems.stream().map(stem -> stem.part(samples)).toList(),
                dbfs(residual / samples));
    }

    private static double dbfs(double meanSquare) {
        return Math.max(LEAST_DBFS, Decibels.ofGain(Math.sqrt(meanSquare)));
    }

    private static double energy(AudioBlock block) {
        double energy = 0;
        for (int c = 0; c < block.channels(); c++) {
            float[] plane = block.plane(c);
            for (int i = block.from(); i < block.to(); i++) {
                energy += (double) plane[i] * plane[i];
            }
        }
        return energy;
    }

    @Override
    public void close() throws IOException {
        try (mix) {
            for (Written stem : stems) {
                stem.sink.close();
            }
        }
    }
}
