package auralis.library.separate.neural;

/**
 * How much care is taken.
 *
 * @param passes 1..20: over the mix, each at another shift in time, which are averaged; costs that
 *     much more and gains some tenths of a dB
 * @param seed of the shifts
 * @param overlap of neighbouring segments, 0..0.9
 * @param addUp whether what the stems lack of the mix goes into the one that holds the rest, so
 *     that they add up to it
 * @param threads of the runtime; 0: one for each core
 */
public record NeuralSettings(int passes, long seed, double overlap, boolean addUp, int threads) {
    /** As Demucs does it. */
    public static final NeuralSettings USUAL = new NeuralSettings(1, 0, 0.25, true, 0);

    public static final int MOST_PASSES = 20;
    public static final double MOST_OVERLAP = 0.9;

    public NeuralSettings {
        if (passes < 1 || passes > MOST_PASSES) {
            throw new IllegalArgumentException(passes + " passes");
        }
        if (!(overlap >= 0 && overlap <= MOST_OVERLAP)) {
            throw new IllegalArgumentException("an overlap of " + overlap);
        }
        if (threads < 0) {
            throw new IllegalArgumentException(threads + " threads");
        }
    }

    public NeuralSettings withPasses(int count) {
        return new NeuralSettings(count, seed, overlap, addUp, threads);
    }

    public NeuralSettings withOverlap(double fraction) {
        return new NeuralSettings(passes, seed, fraction, addUp, threads);
    }

    public NeuralSettings withAddUp(boolean on) {
        return new NeuralSettings(passes, seed, overlap, on, threads);
    }
}
