package auralis.app.shell;

import auralis.app.browse.Tracks;
import auralis.app.master.Planner;
import auralis.app.play.Player;
import auralis.app.play.Waveforms;
import auralis.dsp.master.Preset;
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
        Optional<Path> demo) {}
