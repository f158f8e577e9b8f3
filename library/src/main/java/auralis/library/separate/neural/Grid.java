package auralis.library.separate.neural;

/**
 * Where the segments of one pass over a track lie, and how much each of them counts where they
 * overlap: by a triangle for Demucs ({@code demucs/apply.py}), by a Hann window for MDX-Net, whose
 * segments also reach beyond the ends of the track by half a transform (UVR {@code separate.py}).
 *
 * @param length of a segment
 * @param stride from one to the next
 * @param first start of the first, not behind 0
 * @param margin at both ends of an MDX-Net segment that should not be at an end of the track; 0 for
 *     Demucs
 * @param frames of the track
 */
record Grid(int length, int stride, long first, int margin, long frames) {

    /**
     * @param shift by which it starts early, 0..stride-1
     */
    static Grid of(ModelPart part, double overlap, int shift, long frames) {
        int length = part.segmentFrames();
        int margin = part.mdx().map(mdx -> mdx.nFft() / 2).orElse(0);
        int stride = stride(part, overlap);
        return new Grid(length, stride, -(long) margin - shift, margin, frames);
    }

    static int stride(ModelPart part, double overlap) {
        int margin = part.mdx().map(mdx -> mdx.nFft() / 2).orElse(0);
        int wanted = (int) ((1 - overlap) * part.segmentFrames());
        return Math.min(wanted, part.segmentFrames() - 2 * margin);
    }

    private boolean isMdx() {
        return margin > 0;
    }

    long start(long n) {
        return first + n * stride;
    }

    boolean has(long n) {
        if (n < 0 || frames == 0) {
            return false;
        }
        return isMdx() ? n == 0 || start(n - 1) + length - margin < frames : start(n) < frames;
    }

    long count() {
        long count = 0;
        while (has(count)) {
            count++;
        }
        return count;
    }

    /**
     * The first frame that the model gets. Demucs puts a short last segment into the middle of what
     * lies around it.
     */
    long window(long n) {
        long missing = Math.max(0, length - (frames - start(n)));
        return isMdx() ? start(n) : start(n) - missing / 2;
    }

    /** The share of each frame of a segment from its start on, so that all shares make one. */
    double[] shares(long n) {
        double[] shares = new double[length];
        int reach = (length - 1) / stride;
        for (int i = 0; i < length; i++) {
            double sum = 0;
            for (int k = -reach; k <= reach; k++) {
                int at = i - k * stride;
                if (at >= 0 && at < length && has(n + k)) {
                    sum += weight(at);
                }
            }
            shares[i] = sum > 0 ? weight(i) / sum : 0;
        }
        return shares;
    }

    private double weight(int i) {
        if (isMdx()) {
            return 0.5 - 0.5 * Math.cos(2 * Math.PI * i / (length - 1));
        }
        return i < length / 2 ? i + 1 : length - i;
    }
}
