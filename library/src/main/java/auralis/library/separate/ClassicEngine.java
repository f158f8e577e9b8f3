package auralis.library.separate;

import auralis.dsp.Progress;
import auralis.dsp.separate.ClassicSeparator;
import auralis.dsp.separate.Stem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The separator that needs no model, in this process. */
final class ClassicEngine implements Engine {
    private static final String NAME = "Classic (basic quality)";

    @Override
    public String identity() {
        return "classic-" + ClassicSeparator.VERSION;
    }

    @Override
    public List<Stem> stems() {
        return new ClassicSeparator().stems();
    }

    @Override
    public void separate(Path source, Path folder, Progress progress)
            throws IOException, InterruptedException {
        Separation.run(source, new ClassicSeparator(), NAME, folder, progress);
    }
}
