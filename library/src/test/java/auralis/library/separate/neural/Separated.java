package auralis.library.separate.neural;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.separate.Separator;
import auralis.dsp.separate.Stem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Stems as a whole. */
final class Separated implements Separator.Taker {
    private final List<Stem> order;
    private final Map<Stem, float[][]> stems = new EnumMap<>(Stem.class);
    private int frames;

    private Separated(List<Stem> order) {
        this.order = order;
    }

    static Separated by(Separator separator, AudioSource source)
            throws IOException, InterruptedException {
        return by(separator, source, Progress.NONE);
    }

    static Separated by(Separator separator, AudioSource source, Progress progress)
            throws IOException, InterruptedException {
        Separated separated = new Separated(separator.stems());
        for (Stem stem : separator.stems()) {
            separated.stems.put(stem, new float[source.format().channels()][0]);
        }
        separator.separate(source, separated, progress);
        return separated;
    }

    @Override
    public void take(List<AudioBlock> blocks) {
        int count = blocks.get(0).frames();
        for (int s = 0; s < order.size(); s++) {
            float[][] planes = stems.get(order.get(s));
            AudioBlock block = blocks.get(s);
            assertThat(block.frames()).isEqualTo(count);
            for (int c = 0; c < planes.length; c++) {
                if (frames + count > planes[c].length) {
                    planes[c] = Arrays.copyOf(planes[c], 2 * (frames + count));
                }
                System.arraycopy(block.plane(c), block.from(), planes[c], frames, count);
            }
        }
        frames += count;
    }

    int frames() {
        return frames;
    }

    float[] plane(Stem stem, int channel) {
        return Arrays.copyOf(stems.get(stem)[channel], frames);
    }

    List<Stem> stems() {
        return new ArrayList<>(stems.keySet());
    }

    /** Of all stems. */
    float[] sum(int channel) {
        float[] sum = new float[frames];
        for (float[][] planes : stems.values()) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += planes[channel][i];
            }
        }
        return sum;
    }

    /** How far the difference lies below what is wanted, in dB, from a frame to another. */
    static double ratioDb(float[] wanted, float[] got, int from, int to) {
        double signal = 0;
        double noise = 1e-30;
        for (int i = from; i < to; i++) {
            double difference = (double) got[i] - wanted[i];
            signal += (double) wanted[i] * wanted[i];
            noise += difference * difference;
        }
        return 10 * Math.log10(signal / noise);
    }

    static double ratioDb(float[] wanted, float[] got) {
        return ratioDb(wanted, got, 0, wanted.length);
    }
}
