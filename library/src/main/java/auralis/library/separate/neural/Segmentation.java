package auralis.library.separate.neural;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A track, segment by segment: what the models make of each is added up with the weights of its
 * overlap, and is finished where no more segments come. Only what is still needed is in memory, of
 * the track and of the results, so that the length of the track does not matter.
 */
final class Segmentation {
    private static final int FRAMES = 8192;

    private final AudioSource source;
    private final long frames;
    private final List<Lane> lanes;
    private final Progress progress;
    private final long[] next;
    private final Stretch track;
    private final Stretch results;
    private final long[] taken;
    private final AudioBlock block;
    private final float[][] mix;
    private final float[][] stem;

    /**
     * @param source mono or stereo at the rate of the models, at its beginning
     * @param frames of it
     * @param stems that the lanes give together
     * @param progress is advanced by the length of each segment
     */
    Segmentation(AudioSource source, long frames, List<Lane> lanes, int stems, Progress progress) {
        this.source = source;
        this.frames = frames;
        this.lanes = List.copyOf(lanes);
        this.progress = progress;
        this.next = new long[lanes.size()];
        int longest = lanes.stream().mapToInt(lane -> lane.grid().length()).max().orElseThrow();
        // Half a segment behind: what lies around a short last one.
        this.track = new Stretch(source.format().channels(), longest + longest / 2 + FRAMES);
        this.results = new Stretch(2 * stems, longest + FRAMES);
        this.taken = new long[stems];
        this.block = new AudioBlock(source.format().channels(), FRAMES);
        this.mix = new float[2][];
        this.stem = new float[2][];
    }

    /** The work of all segments, in the unit of the progress. */
    static long work(List<Lane> lanes) {
        return lanes.stream().mapToLong(lane -> lane.grid().count() * lane.grid().length()).sum();
    }

    long frames() {
        return frames;
    }

    int sampleRate() {
        return source.format().sampleRate();
    }

    /** Left and right of each stem, one behind the other. */
    Stretch results() {
        return results;
    }

    Stretch track() {
        return track;
    }

    /** The frame behind the last one that will not change any more. */
    long finished() {
        long finished = frames;
        for (int i = 0; i < next.length; i++) {
            Grid grid = lanes.get(i).grid();
            if (grid.has(next[i])) {
                finished = Math.min(finished, Math.max(0, grid.start(next[i])));
            }
        }
        return finished;
    }

    /** Told that a stem is needed from this frame on only. */
    void take(int stemIndex, long until) {
        taken[stemIndex] = until;
        long all = until;
        for (long one : taken) {
            all = Math.min(all, one);
        }
        results.forget(all);
    }

    /** Separates the earliest segment that is left. */
    void step() throws IOException, InterruptedException {
        int earliest = -1;
        for (int i = 0; i < next.length; i++) {
            boolean earlier = earliest < 0 || start(i) < start(earliest);
            if (lanes.get(i).grid().has(next[i]) && earlier) {
                earliest = i;
            }
        }
        separate(lanes.get(earliest), next[earliest]);
        next[earliest]++;
        forgetTrack();
        progress.advance(lanes.get(earliest).grid().length());
    }

    private long start(int lane) {
        return lanes.get(lane).grid().start(next[lane]);
    }

    private void separate(Lane lane, long n) throws IOException, InterruptedException {
        Grid grid = lane.grid();
        fit(mix, grid.length());
        fit(stem, grid.length());
        long window = grid.window(n);
        readUntil(Math.min(frames, window + grid.length()));
        fill(window, lane.scaling());
        lane.model().run(mix, progress);
        long to = Math.min(frames, grid.start(n) + grid.length());
        results.extend(to);
        double[] shares = grid.shares(n);
        for (int s = 0; s < lane.places().size(); s++) {
            if (lane.shares()[s] > 0) {
                lane.model().fetch(s, stem);
                add(lane, s, shares, grid.start(n), window, to);
            }
        }
    }

    private static void fit(float[][] planes, int length) {
        if (planes[0] == null || planes[0].length != length) {
            planes[0] = new float[length];
            planes[1] = new float[length];
        }
    }

    private void readUntil(long to) throws IOException {
        while (track.end() < to) {
            long at = track.end();
            int count = source.read(block.window(0, (int) Math.min(FRAMES, to - at)));
            // It may be shorter than it was when it was measured.
            track.extend(count < 0 ? to : at + count);
            for (int c = 0; c < block.channels() && count > 0; c++) {
                System.arraycopy(block.plane(c), 0, track.plane(c), track.index(at), count);
            }
        }
    }

    /** Silence lies around the track. */
    private void fill(long window, Scaling scaling) {
        long from = Math.max(0, window);
        long to = Math.min(frames, window + mix[0].length);
        for (int c = 0; c < mix.length; c++) {
            float[] plane = track.plane(Math.min(c, track.channels() - 1));
            Arrays.fill(mix[c], 0);
            int at = track.index(from);
            for (int i = (int) (from - window); i < to - window; i++) {
                mix[c][i] = (plane[at++] - scaling.offset()) / scaling.gain();
            }
        }
    }

    private void add(Lane lane, int s, double[] shares, long start, long window, long to)
            throws IOException {
        long from = Math.max(0, start);
        double share = lane.shares()[s];
        double gain = lane.scaling().gain();
        double offset = lane.scaling().offset();
        double check = 0;
        for (int c = 0; c < stem.length; c++) {
            float[] sum = results.plane(2 * lane.places().get(s) + c);
            int at = results.index(from);
            for (long frame = from; frame < to; frame++) {
                double value = stem[c][(int) (frame - window)] * gain + offset;
                check += value * 0;
                sum[at++] += (float) (value * share * shares[(int) (frame - start)]);
            }
        }
        if (check != 0) {
            throw new IOException(
                    lane.model().part().file()
                            + " gave values that are no numbers. Choose another model.");
        }
    }

    private void forgetTrack() {
        long needed = frames;
        for (int i = 0; i < next.length; i++) {
            Grid grid = lanes.get(i).grid();
            if (grid.has(next[i])) {
                needed = Math.min(needed, grid.window(next[i]));
            }
        }
        track.forget(Math.max(0, needed));
    }
}
