package auralis.dsp.separate;

/**
 * Where the spectra of a block lie in time and frequency. Frames take 139 ms at 44.1 kHz, and what
 * is nearest to that at other rates; each begins a quarter later than the one before. Notes an
 * octave above the bass lie too close for 93 ms; strokes and syllables would lose in 186 ms.
 *
 * @param size of a frame in samples, a power of two or three times one
 */
record Grid(int sampleRate, int size) {
    private static final double FRAME_SECONDS = 6144 / 44_100.0;
    private static final int LEAST_SIZE = 64;

    static Grid of(int sampleRate) {
        double wanted = FRAME_SECONDS * sampleRate;
        int power = Math.max(LEAST_SIZE, Integer.highestOneBit((int) wanted));
        double ratio = wanted / power;
        int size =
                ratio < Math.sqrt(1.5) ? power : ratio < Math.sqrt(3) ? 3 * power / 2 : 2 * power;
        return new Grid(sampleRate, size);
    }

    int hop() {
        return size / 4;
    }

    /** From 0 Hz to half the rate, both included. */
    int bins() {
        return size / 2 + 1;
    }

    double hertz(int bin) {
        return (double) bin * sampleRate / size;
    }

    int binsBelow(double hertz) {
        return Math.min(bins(), (int) Math.ceil(hertz * size / sampleRate));
    }

    /** How many frames lie over so many samples with a frame of silence on either side. */
    int frames(int samples) {
        return (samples + size + hop() - 1) / hop() + 1;
    }

    /** The odd number of bins that is nearest to a bandwidth. */
    int oddBins(double bandwidthHz) {
        return odd(bandwidthHz * size / sampleRate);
    }

    /** The odd number of frames that is nearest to a time. */
    int oddFrames(double seconds) {
        return odd(seconds * sampleRate / hop());
    }

    private static int odd(double length) {
        return Math.max(1, 2 * (int) Math.round((length - 1) / 2) + 1);
    }

    /** 1/(1+(f/cutoff)^order): 1 far below, a half at the cutoff, 0 far above; for every bin. */
    float[] lowPass(double cutoffHz, int order) {
        float[] gain = new float[bins()];
        for (int bin = 0; bin < gain.length; bin++) {
            gain[bin] = (float) (1 / (1 + Math.pow(hertz(bin) / cutoffHz, order)));
        }
        return gain;
    }
}
