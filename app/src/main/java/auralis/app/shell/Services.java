package auralis.app.shell;

import auralis.app.catalogue.Shelf;
import auralis.app.export.FileMaster;
import auralis.app.master.Planner;
import auralis.app.master.ReferenceReader;
import auralis.app.play.Player;
import auralis.app.play.Waveforms;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.master.Preset;
import auralis.dsp.master.Reference;
import auralis.library.Library;
import auralis.library.export.AlbumPlan;
import auralis.library.export.AlbumPlans;
import auralis.library.export.ExportRequest;
import auralis.library.export.Exporter;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat;
import auralis.library.export.OverwritePolicy;
import auralis.library.media.Thumbnails;
import auralis.library.preset.Presets;
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
 */
public record Services(
        Shelf shelf,
        Player player,
        Planner planner,
        Waveforms waveforms,
        FileMaster fileMaster,
        ReferenceReader references,
        List<Preset> presets,
        Presets presetFiles,
        EffectCatalogue effects,
        Optional<Path> demo,
        Desktop desktop,
        Memory memory,
        Library library) {

    /** Everything about tracks from one library. */
    public static Services of(
            Library library,
            Memory memory,
            Player player,
            List<Preset> presets,
            Presets presetFiles,
            Thumbnails thumbnails,
            Optional<Path> demo) {
        AlbumPlans albums = new AlbumPlans(library);
        Waveforms waveforms = library::waveform;
        ReferenceReader references =
                (name, file, progress) ->
                        Reference.Track.of(name, 1, library.analysis(file, progress));
        return new Services(
                LibraryShelf.of(library, thumbnails),
                player,
                new LibraryPlanner(library, albums),
                waveforms,
                fileMaster(library, albums),
                references,
                presets,
                presetFiles,
                library.effects(),
                demo,
                Desktop.SYSTEM,
                memory,
                library);
    }

    Services with(Desktop other) {
        return new Services(
                shelf,
                player,
                planner,
                waveforms,
                fileMaster,
                references,
                presets,
                presetFiles,
                effects,
                demo,
                other,
                memory,
                library);
    }

    private static FileMaster fileMaster(Library library, AlbumPlans albums) {
        OutputFormat format = OutputFormat.AS_SOURCE;
        return (source, folder, preset, inAlbum, progress) -> {
            ExportRequest request =
                    new ExportRequest(
                            source,
                            folder,
                            preset,
                            format,
                            NameTemplate.SOURCE_NAME,
                            OverwritePolicy.NUMBER);
            Exporter exporter = new Exporter(library, List.of(source));
            Optional<AlbumPlan> album =
                    inAlbum
                            ? albums.of(source, preset.settings(), format, progress)
                            : Optional.empty();
            if (album.isPresent()) {
                exporter.export(request, album.get(), progress);
            } else {
                exporter.export(request, progress);
            }
        };
    }
}
