package auralis.dsp.analysis;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import java.io.IOException;
import java.util.List;

/** One reading of a source from where it stands to its end, shared by many analyzers. */
public final class Listening {
    private static final int BLOCK_FRAMES = 8192;

    private Listening() {}

    /**
     * @param source is left open
     * @param progress is advanced by the frames read
     * @return the frames read
     */
    public static long listen(
            AudioSource source, List<? extends Analyzer<?>> analyzers, Progress progress)
            throws IOException, InterruptedException {
        analyzers.forEach(analyzer -> analyzer.prepare(source.format(), BLOCK_FRAMES));
        AudioBlock block = new AudioBlock(source.format().channels(), BLOCK_FRAMES);
        long total = 0;
        for (int frames = source.read(block); frames >= 0; frames = source.read(block.all())) {
            block.first(frames);
            analyzers.forEach(analyzer -> analyzer.process(block));
            total += frames;
            progress.advance(frames);
            progress.checkpoint();
        }
        return total;
    }
}
