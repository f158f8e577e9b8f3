package auralis.library.separate.neural;

import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.resample.ResampledSource;
import auralis.dsp.separate.Separator;
import auralis.dsp.separate.Stem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Takes mixes apart by trained models, the way their makers do it: the track as a whole is
 * normalised, cut into overlapping segments, and what the model makes of them is added up with
 * weights (A. Défossez, "Hybrid Spectrogram and Waveform Source Separation", 2021, and {@code
 * demucs/apply.py}; MDX-Net after UVR's {@code separate.py}). Memory depends on the model and not
 * on the length of the track.
 *
 * <p>The phases are {@code loading}, {@code measuring} and {@code separating}; the last one is what
 * is counted, in frames that the models run over. One thread at a time.
 */
public final class NeuralSeparator implements Separator, Closeable {
    private static final int MOST_CHANNELS = 2;

    /** Shifts are drawn up to this, as Demucs does it. */
    private static final double SHIFT_SECONDS = 0.5;

    private final Path folder;
    private final ModelContract contract;
    private final NeuralSettings settings;
    private final List<Stem> stems;
    private final List<Stem> given;
    private final List<Onnx> files = new ArrayList<>();
    private final List<SegmentModel> models = new ArrayList<>();

    /**
     * Nothing is loaded yet.
     *
     * @param model the file or folder that was inspected
     * @param contract what {@link ModelInspection} found
     */
    public NeuralSeparator(Path model, ModelContract contract, NeuralSettings settings) {
        this.folder = Files.isDirectory(model) ? model : model.toAbsolutePath().getParent();
        this.contract = contract;
        this.settings = settings;
        this.stems = contract.stems();
        this.given =
                stems.stream()
                        .filter(stem -> !contract.complement().equals(Optional.of(stem)))
                        .toList();
    }

    @Override
    public List<Stem> stems() {
        return stems;
    }

    @Override
    public void separate(AudioSource source, Taker taker, Progress progress)
            throws IOException, InterruptedException {
        begin(source, progress).run(taker);
    }

    /** Loads and measures; what is left is counted. */
    TrackSeparation begin(AudioSource source, Progress progress)
            throws IOException, InterruptedException {
        checkFormat(source.format());
        progress.phase("loading");
        load(progress);
        progress.phase("measuring");
        RecordedSource mix = new RecordedSource(source);
        AudioSource input = ResampledSource.of(mix, contract.sampleRate());
        input.seek(0);
        TrackLevel level =
                TrackLevel.of(input, read -> mix.record().forget(Long.MAX_VALUE), progress);
        long length = mix.drain();
        progress.phase("separating");
        List<Lane> lanes = lanes(level);
        progress.total(Segmentation.work(lanes));
        AudioSource again = ResampledSource.of(mix, contract.sampleRate());
        // Where both rates are the same, this is the mix itself.
        mix.seek(0);
        again.seek(0);
        Segmentation segmentation =
                new Segmentation(again, level.frames(), lanes, given.size(), progress);
        return new TrackSeparation(segmentation, mix, length, stems, given, rest(), progress);
    }

    /** The stem that becomes what the others leave of the mix. */
    private Optional<Stem> rest() {
        if (contract.complement().isPresent() || !settings.addUp()) {
            return contract.complement();
        }
        return List.of(Stem.OTHER, Stem.INSTRUMENTAL, Stem.REST).stream()
                .filter(stems::contains)
                .findFirst();
    }

    private void checkFormat(StreamFormat format) throws IOException {
        if (format.channels() > MOST_CHANNELS) {
            throw new IllegalArgumentException(format.channels() + " channels");
        }
        int rate = format.sampleRate();
        boolean convertible =
                rate >= ResampledSource.MIN_SAMPLE_RATE && rate <= ResampledSource.MAX_SAMPLE_RATE;
        if (rate != contract.sampleRate() && !convertible) {
            throw new IOException(
                    "A neural model cannot take a sample rate of "
                            + rate
                            + " Hz. Convert the file to 44100 Hz first.");
        }
    }

    private void load(Progress progress) throws IOException, InterruptedException {
        for (int i = models.size(); i < contract.parts().size(); i++) {
            progress.checkpoint();
            ModelPart part = contract.parts().get(i);
            Onnx onnx = Onnx.load(folder.resolve(part.file()), settings.threads());
            files.add(onnx);
            models.add(new SegmentModel(onnx, part));
        }
    }

    private List<Lane> lanes(TrackLevel level) {
        List<Lane> lanes = new ArrayList<>();
        Random random = new Random(settings.seed());
        for (int pass = 0; pass < settings.passes(); pass++) {
            double shift = pass == 0 ? 0 : random.nextDouble();
            for (SegmentModel model : models) {
                lanes.add(lane(model, shift, level));
            }
        }
        return lanes;
    }

    /**
     * @param shift 0..1 of the longest
     */
    private Lane lane(SegmentModel model, double shift, TrackLevel level) {
        ModelPart part = model.part();
        int stride = Grid.stride(part, settings.overlap());
        int longest = (int) Math.min(SHIFT_SECONDS * contract.sampleRate(), stride - 1);
        Grid grid = Grid.of(part, settings.overlap(), (int) (shift * longest), level.frames());
        double[] shares = new double[part.stems().size()];
        List<Integer> places = new ArrayList<>();
        for (int s = 0; s < shares.length; s++) {
            shares[s] = contract.share(part, s) / settings.passes();
            places.add(given.indexOf(part.stems().get(s)));
        }
        return new Lane(model, grid, level.scaling(part.dialect()), places, shares);
    }

    @Override
    public void close() throws IOException {
        models.forEach(SegmentModel::close);
        models.clear();
        for (Onnx file : files) {
            file.close();
        }
        files.clear();
    }
}
