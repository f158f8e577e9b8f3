package auralis.library.separate.neural;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.resample.ResampledSource;
import auralis.dsp.separate.Separator;
import auralis.dsp.separate.Stem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One track that is being separated: brings the stems back to the rate and the channels of the mix,
 * frame by frame beside it, and gives the rest to the stem that takes it.
 */
final class TrackSeparation {
    private static final int FRAMES = 8192;

    private final Segmentation segmentation;
    private final RecordedSource mix;
    private final long length;
    private final List<Stem> stems;
    private final List<Stem> given;
    private final Optional<Stem> rest;
    private final Progress progress;
    private final List<AudioSource> sources = new ArrayList<>();
    private final List<AudioBlock> blocks = new ArrayList<>();

    /**
     * @param mix at its beginning
     * @param length of the mix in its own frames
     * @param stems that come out
     * @param given those that the segmentation gives
     * @param rest the one that becomes what the others leave of the mix
     */
    TrackSeparation(
            Segmentation segmentation,
            RecordedSource mix,
            long length,
            List<Stem> stems,
            List<Stem> given,
            Optional<Stem> rest,
            Progress progress) {
        this.segmentation = segmentation;
        this.mix = mix;
        this.length = length;
        this.stems = stems;
        this.given = given;
        this.rest = rest;
        this.progress = progress;
        StreamFormat format = mix.format();
        StreamFormat atModel = new StreamFormat(segmentation.sampleRate(), format.layout());
        for (int s = 0; s < given.size(); s++) {
            StemSource stem = new StemSource(segmentation, s, atModel);
            sources.add(ResampledSource.of(stem, format.sampleRate()));
        }
        for (int s = 0; s < stems.size(); s++) {
            blocks.add(new AudioBlock(format.channels(), FRAMES));
        }
    }

    void run(Separator.Taker taker) throws IOException, InterruptedException {
        try {
            for (long at = 0; at < length; at += FRAMES) {
                progress.checkpoint();
                int count = (int) Math.min(FRAMES, length - at);
                read(count);
                mix.require(at + count);
                if (rest.isPresent()) {
                    subtract(rest.get(), mix.record().index(at), count);
                }
                mix.record().forget(at + count);
                taker.take(blocks.stream().map(block -> block.first(count)).toList());
            }
        } catch (StemSource.Cancelled e) {
            throw e.interrupt();
        }
    }

    private void read(int count) throws IOException {
        for (int s = 0; s < given.size(); s++) {
            AudioBlock block = blocks.get(stems.indexOf(given.get(s)));
            int read = Math.max(0, sources.get(s).read(block.first(count)));
            // Two conversions of the rate may be a frame too short together.
            block.window(read, count).clear();
        }
    }

    /**
     * @param from where the mix of the blocks begins in its record
     */
    private void subtract(Stem stem, int from, int count) {
        AudioBlock remainder = blocks.get(stems.indexOf(stem));
        for (int c = 0; c < remainder.channels(); c++) {
            float[] plane = remainder.plane(c);
            System.arraycopy(mix.record().plane(c), from, plane, 0, count);
            for (AudioBlock other : blocks) {
                for (int i = 0; i < count && other != remainder; i++) {
                    plane[i] -= other.plane(c)[i];
                }
            }
        }
    }

    /** The frames for which there is room: of the track, of the results, of the mix. */
    List<Integer> capacities() {
        return List.of(
                segmentation.track().capacity(),
                segmentation.results().capacity(),
                mix.record().capacity());
    }
}
