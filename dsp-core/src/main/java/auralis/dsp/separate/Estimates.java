package auralis.dsp.separate;

import java.util.Arrays;
import java.util.List;

/**
 * The first estimates of vocals, drums and bass, and of what is left of the mix, from the masks of
 * a block. What strikes is drums; of the rest, the low end of what is in the middle is bass, with
 * some of its harmonics, and what is in the middle above that and does not come again is vocals.
 *
 * @param channels of the mix, one or two
 * @param middle what all channels have in common, by frame
 * @param strikes of every frame and bin, 0..1
 * @param voice of every frame and bin, 0..1
 * @param bass of every frame and bin, 0..1
 * @param belowVoice where bass is all there is, at the sides too, of every bin, 0..1
 */
record Estimates(
        List<Spectra> channels,
        float[][] middle,
        float[][] strikes,
        float[][] voice,
        float[][] bass,
        float[] belowVoice) {
    static final int VOCALS = 0;
    static final int DRUMS = 1;
    static final int BASS = 2;
    static final int OTHER = 3;
    static final int STEMS = 4;

    /** Spectra of a frame by stem and channel. */
    float[][][] scratch() {
        return new float[STEMS][channels.size()][channels.get(0).grid().size() + 2];
    }

    /**
     * @param stems is filled
     */
    void fill(int t, float[][][] stems) {
        for (int c = 0; c < channels.size(); c++) {
            fill(t, channels.get(c).frame(t), c, stems);
        }
    }

    int frames() {
        return strikes.length;
    }

    /** The lowest bins of what is in the middle of a frame and does not strike. */
    float[] lasting(int t, int bins) {
        float[] lasting = Arrays.copyOf(middle[t], 2 * bins);
        for (int i = 0; i < lasting.length; i++) {
            lasting[i] *= 1 - strikes[t][i / 2];
        }
        return lasting;
    }

    /** The lowest bins of the vocals of a frame, which are the same in all channels. */
    float[] vocals(int t, int bins) {
        float[] vocals = lasting(t, bins);
        for (int i = 0; i < vocals.length; i++) {
            vocals[i] *= voice[t][i / 2];
        }
        return vocals;
    }

    /** The most that the voice may have. */
    float aboveBass(int t, int bin) {
        return (1 - bass[t][bin]) * (1 - belowVoice[bin]);
    }

    private void fill(int t, float[] mix, int c, float[][][] stems) {
        for (int i = 0; i < mix.length; i++) {
            int bin = i / 2;
            float drums = strikes[t][bin] * mix[i];
            float lasting = 1 - strikes[t][bin];
            float common = middle[t][i];
            float low = common + belowVoice[bin] * (mix[i] - common);
            float lowest = low * lasting * bass[t][bin];
            float vocals = common * lasting * voice[t][bin];
            stems[DRUMS][c][i] = drums;
            stems[BASS][c][i] = lowest;
            stems[VOCALS][c][i] = vocals;
            stems[OTHER][c][i] = mix[i] - drums - lowest - vocals;
        }
    }
}
