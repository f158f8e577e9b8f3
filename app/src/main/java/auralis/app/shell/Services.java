package auralis.app.shell;

import auralis.app.catalogue.Shelf;
import auralis.app.master.Planner;
import auralis.app.master.ReferenceReader;
import auralis.app.platform.remote.Wakefulness;
import auralis.app.play.Player;
import auralis.app.play.Waveforms;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.master.Preset;
import auralis.dsp.master.Reference;
import auralis.library.Library;
import auralis.library.export.AlbumPlans;
import auralis.library.job.JobQueue;
import auralis.library.job.LibraryWorker;
import auralis.library.media.Thumbnails;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the window works with.
 *
 * @param presets at least one; the first is the one to start with
 * @param presetFiles where they are kept
 * @param effects those that the rack offers
 * @param demo a track that comes with the program
 * @param library for playlists and tags
 * @param jobs the work in the background; begun and closed by the window
 * @param wakefulness keeps the computer awake; closed by whoever made it
 */
public record Services(
        Shelf shelf,
        Player player,
        Planner planner,
        Waveforms waveforms,
        ReferenceReader references,
        List<Preset> presets,
        Presets presetFiles,
        EffectCatalogue effects,
        Optional<Path> demo,
        Desktop desktop,
        Memory memory,
        Library library,
        JobQueue jobs,
        Wakefulness wakefulness) {

    /** Everything about tracks from one library, and its queue of work. */
    public static Services of(
            Library library,
            Memory memory,
            Player player,
            List<Preset> presets,
            Presets presetFiles,
            Thumbnails thumbnails,
            Optional<Path> demo)
            throws IOException {
        AlbumPlans albums = new AlbumPlans(library);
        JobQueue jobs = new JobQueue(library.jobs(), new LibraryWorker(library, albums));
        return of(library, albums, jobs, memory, player, presets, presetFiles, thumbnails, demo);
    }

    static Services of(
            Library library,
            AlbumPlans albums,
            JobQueue jobs,
            Memory memory,
            Player player,
            List<Preset> presets,
            Presets presetFiles,
            Thumbnails thumbnails,
            Optional<Path> demo) {
        Waveforms waveforms = library::waveform;
        ReferenceReader references =
                (name, file, progress) ->
                        Reference.Track.of(name, 1, library.analysis(file, progress));
        return new Services(
                LibraryShelf.of(library, thumbnails),
                player,
                new LibraryPlanner(library, albums),
                waveforms,
                references,
                presets,
                presetFiles,
                library.effects(),
                demo,
                Desktop.SYSTEM,
                memory,
                library,
                jobs,
                Wakefulness.NONE);
    }

    Services with(Desktop other) {
        return new Services(
                shelf,
                player,
                planner,
                waveforms,
                references,
                presets,
                presetFiles,
                effects,
                demo,
                other,
                memory,
                library,
                jobs,
                wakefulness);
    }

    public Services with(Wakefulness other) {
        return new Services(
                shelf,
                player,
                planner,
                waveforms,
                references,
                presets,
                presetFiles,
                effects,
                demo,
                desktop,
                memory,
                library,
                jobs,
                other);
    }
}
