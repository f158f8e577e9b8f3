package auralis.dsp.analysis;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import java.io.IOException;
import java.util.List;

/**
 * One reading of a source from where it stands to its end. The source (decoder, chain) runs on one
 * thread and what is done with its blocks on the caller's, so two cores share the work; the result
 * is the same as on one.
 */
public final class Listening {
    private static final int BLOCK_FRAMES = 8192;

    private Listening() {}

    /** What is done with each block of a source, which may be changed in place. */
    @FunctionalInterface
    public interface Ear {
        void hear(AudioBlock block) throws IOException;
    }

    /**
     * @param source is left open
     * @param progress is advanced by the frames read
     * @return the frames read
     * @throws InterruptedException when cancelled; the source is no longer read then
     */
    public static long listen(AudioSource source, Ear ear, Progress progress)
            throws IOException, InterruptedException {
        long total = 0;
        try (ReadAhead ahead = new ReadAhead(source, BLOCK_FRAMES)) {
            for (AudioBlock block = ahead.next(); block != null; block = ahead.next()) {
                int frames = block.frames();
                ear.hear(block);
                total += frames;
                progress.advance(frames);
                progress.checkpoint();
            }
        }
        return total;
    }

    /** The same with analyzers that share the reading. */
    public static long listen(
            AudioSource source, List<? extends Analyzer<?>> analyzers, Progress progress)
            throws IOException, InterruptedException {
        prepare(analyzers, source);
        return listen(
                source, block -> analyzers.forEach(analyzer -> analyzer.process(block)), progress);
    }

    /** Prepares analyzers for what {@link #listen} gives them of a source. */
    public static void prepare(List<? extends Analyzer<?>> analyzers, AudioSource source) {
        analyzers.forEach(analyzer -> analyzer.prepare(source.format(), BLOCK_FRAMES));
    }
}
