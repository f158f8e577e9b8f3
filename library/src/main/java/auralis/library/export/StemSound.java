package auralis.library.export;

import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlanner;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.resample.ResampledSource;
import auralis.dsp.separate.StemMixSource;
import auralis.library.Library;
import auralis.library.separate.Stems;
import java.io.IOException;
import java.nio.file.Path;

/** A mix of the stems of a file; measured and planned each time, for the next one differs. */
final class StemSound implements Sound {
    private final Library library;
    private final Path source;
    private final StemSelection selection;

    StemSound(Library library, Path source, StemSelection selection) {
        this.library = library;
        this.source = source;
        this.selection = selection;
    }

    @Override
    public AudioSource open() throws IOException {
        Stems stems =
                library.separations()
                        .find(source, selection.separation())
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                source.getFileName()
                                                        + ": its stems were removed. Try again."));
        return new StemMixSource(stems.stack(), selection.mix());
    }

    @Override
    public TrackAnalysis analysis(Progress progress) throws IOException, InterruptedException {
        library.separations().of(source, selection.separation(), progress.uncounted());
        progress.phase("analysing");
        try (AudioSource mix = open()) {
            return TrackAnalyzer.analyze(mix, progress);
        }
    }

    @Override
    public MasteringPlan plan(
            TrackAnalysis analysis, MasteringSettings settings, int sampleRate, Progress progress)
            throws IOException, InterruptedException {
        try (AudioSource mix = ResampledSource.of(open(), sampleRate)) {
            return MasteringPlanner.exact(mix, analysis, settings, library.effects(), progress);
        }
    }
}
