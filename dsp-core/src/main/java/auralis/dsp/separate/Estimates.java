package auralis.dsp.separate;

import java.util.Arrays;
import java.util.List;

/**
 * Estimates of vocals, drums and bass, and of what is left of the mix, from the masks of a block.
 *
 * @param channels of the mix, one or two
 * @param middle what all channels have in common, by frame
 * @param masks of vocals, drums and bass, by frame, stem and bin, 0..1
 * @param belowVoice where all that does not strike is bass, at the sides too, of every bin, 0..1
 */
record Estimates(List<Spectra> channels, float[][] middle, float[][][] masks, float[] belowVoice) {
    static final int VOCALS = 0;
    static final int DRUMS = 1;
    static final int BASS = 2;
    static final int OTHER = 3;
    static final int STEMS = 4;

    /**
     * How much of what is at the sides is the room of a voice that is all there is in the middle.
     */
    private static final float VOICE_AT_SIDES = 0.5f;

    private static final double LOWEST_VOICE_HZ = 120;
    private static final int LOWEST_VOICE_ORDER = 8;

    static float[] belowVoice(Grid grid) {
        return grid.lowPass(LOWEST_VOICE_HZ, LOWEST_VOICE_ORDER);
    }

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
        return masks.length;
    }

    /** The lowest bins of what is in the middle of a frame and does not strike. */
    float[] lasting(int t, float[] weight, int bins) {
        float[] lasting = Arrays.copyOf(middle[t], 2 * bins);
        for (int i = 0; i < lasting.length; i++) {
            lasting[i] *= weight[i / 2] * (1 - masks[t][DRUMS][i / 2]);
        }
        return lasting;
    }

    /** The magnitude of all channels of the mix. */
    double magnitude(int t, int bin) {
        return Math.sqrt(Spectra.power(channels, t, bin));
    }

    /** The part of the vocals in a point, 0..1. */
    float vocals(int t, int bin) {
        return masks[t][VOCALS][bin];
    }

    /** The lowest bins of the vocals in the middle of a frame. */
    float[] vocalsInTheMiddle(int t, int bins) {
        float[] vocals = Arrays.copyOf(middle[t], 2 * bins);
        for (int i = 0; i < vocals.length; i++) {
            vocals[i] *= masks[t][VOCALS][i / 2];
        }
        return vocals;
    }

    private void fill(int t, float[] mix, int c, float[][][] stems) {
        for (int i = 0; i < mix.length; i++) {
            int bin = i / 2;
            float common = middle[t][i];
            float sides = mix[i] - common;
            float below = belowVoice[bin];
            float strikes = masks[t][DRUMS][bin];
            float voice = masks[t][VOCALS][bin] * (1 - below);
            float bass = masks[t][BASS][bin] * (1 - below) + (1 - strikes) * below;
            float vocals = voice * (common + VOICE_AT_SIDES * voice * sides);
            float drums = strikes * mix[i];
            float lowest = bass * (common + below * sides);
            stems[DRUMS][c][i] = drums;
            stems[BASS][c][i] = lowest;
            stems[VOCALS][c][i] = vocals;
            stems[OTHER][c][i] = mix[i] - drums - lowest - vocals;
        }
    }
}
