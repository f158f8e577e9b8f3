package auralis.app.shell;

import auralis.app.browse.Tracks;
import auralis.app.master.Planner;
import auralis.app.play.Player;
import auralis.app.play.Waveforms;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.master.Preset;
import auralis.library.Library;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the window works with.
 *
 * @param presets at least one; the first is the one to start with
 * @param demo a track that comes with the program
 */
public record Services(
        Tracks tracks,
        Player player,
        Planner planner,
        Waveforms waveforms,
        List<Preset> presets,
        Optional<Path> demo) {

    /** Everything about tracks from one library. */
    public static Services of(
            Library library, Player player, List<Preset> presets, Optional<Path> demo) {
        Planner planner =
                (file, settings, progress) -> {
                    TrackAnalysis analysis = library.analysis(file, progress);
                    int sampleRate = analysis.format().sampleRate();
                    return library.plan(file, analysis, settings, sampleRate, progress);
                };
        Waveforms waveforms = (file, progress) -> library.analysis(file, progress).waveform();
        return new Services(new LibraryTracks(library), player, planner, waveforms, presets, demo);
    }
}
