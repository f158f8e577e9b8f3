package auralis.dsp.separate;

import java.util.List;

/**
 * The first estimates of vocals, drums and bass, and of what is left of the mix, from the masks of
 * a block. What strikes is drums; of the rest, the low end of what is in the middle is bass, and
 * what is in the middle above that and does not come again is vocals.
 *
 * @param channels of the mix, one or two
 * @param strikes of every frame and bin, 0..1
 * @param voice of every frame and bin, 0..1
 * @param lowEnd where bass is, of every bin, 0..1
 * @param belowVoice where bass is all there is, at the sides too, of every bin, 0..1
 */
record Estimates(
        List<Spectra> channels,
        float[][] strikes,
        float[][] voice,
        float[] lowEnd,
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
        boolean stereo = channels.size() == 2;
        if (stereo) {
            new Centre(channels.get(0), channels.get(1)).estimate(t, stems[VOCALS][0]);
            System.arraycopy(stems[VOCALS][0], 0, stems[VOCALS][1], 0, stems[VOCALS][0].length);
        } else {
            float[] mix = channels.get(0).frame(t);
            System.arraycopy(mix, 0, stems[VOCALS][0], 0, mix.length);
        }
        for (int c = 0; c < channels.size(); c++) {
            fill(t, channels.get(c).frame(t), c, stems);
        }
    }

    private void fill(int t, float[] mix, int c, float[][][] stems) {
        for (int i = 0; i < mix.length; i++) {
            int bin = i / 2;
            float drums = strikes[t][bin] * mix[i];
            float lasting = 1 - strikes[t][bin];
            float middle = stems[VOCALS][c][i];
            float low = middle + belowVoice[bin] * (mix[i] - middle);
            float bass = low * lasting * lowEnd[bin];
            float vocals = middle * lasting * voice[t][bin];
            stems[DRUMS][c][i] = drums;
            stems[BASS][c][i] = bass;
            stems[VOCALS][c][i] = vocals;
            stems[OTHER][c][i] = mix[i] - drums - bass - vocals;
        }
    }
}
