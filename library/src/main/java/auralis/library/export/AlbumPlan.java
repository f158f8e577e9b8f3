package auralis.library.export;

import auralis.dsp.Progress;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.master.AlbumPlanner;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.resample.ResampledSource;
import auralis.library.Library;
import auralis.library.media.Media;
import auralis.library.media.MediaException;
import auralis.library.media.MediaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans for the files of an album, with one gain for all, in the order of the album. A file that
 * cannot be read, or is not like most of them, is left out, so that the album goes on without it.
 */
public final class AlbumPlan {
    private final List<Path> files;
    private final List<MasteringPlan> plans;
    private final Map<Path, MediaException> faults;

    /** What may differ from file to file, but not in an album. */
    private record Kind(int sampleRate, int channels) {}

    private AlbumPlan(
            List<Path> files, List<MasteringPlan> plans, Map<Path, MediaException> faults) {
        this.files = files;
        this.plans = plans;
        this.faults = faults;
    }

    /**
     * @param files at least one, in the order of the album
     * @throws IOException when what is known of the files cannot be asked or kept
     */
    public static AlbumPlan of(
            Library library,
            List<Path> files,
            MasteringSettings settings,
            OutputFormat output,
            Progress progress)
            throws IOException, InterruptedException {
        Map<Path, MediaException> faults = new HashMap<>();
        Map<Path, Kind> kinds = kinds(files, output, faults, progress);
        Map<Path, AlbumPlanner.Track> tracks = new LinkedHashMap<>();
        Optional<Kind> album = mostFrequent(kinds.values());
        for (Map.Entry<Path, Kind> part : kinds.entrySet()) {
            Path file = part.getKey();
            try {
                requireSame(file, album.orElseThrow(), part.getValue());
                tracks.put(file, track(file, part.getValue(), library.analysis(file, progress)));
            } catch (MediaException e) {
                faults.put(file, e);
            }
        }
        return new AlbumPlan(
                List.copyOf(tracks.keySet()),
                tracks.isEmpty()
                        ? List.of()
                        : AlbumPlanner.exact(
                                List.copyOf(tracks.values()),
                                settings,
                                library.effects(),
                                progress),
                Map.copyOf(faults));
    }

    /** Each file is measured, and heard once more at its new rate. */
    private static Map<Path, Kind> kinds(
            List<Path> files,
            OutputFormat output,
            Map<Path, MediaException> faults,
            Progress progress)
            throws IOException {
        Map<Path, Kind> kinds = new LinkedHashMap<>();
        double units = 0;
        for (Path file : files) {
            try (MediaSource source = Media.open(file)) {
                Exporter.requireStereo(file, source.media());
                int rate = output.sampleRate(source.media());
                kinds.put(file, new Kind(rate, source.media().stream().channels()));
                double ratio = (double) rate / source.media().stream().sampleRate();
                units += source.frames().orElse(0) * (1 + ratio);
            } catch (MediaException e) {
                faults.put(file, e);
            }
        }
        progress.total((long) units);
        return kinds;
    }

    /** Of several that are as frequent, the first. */
    private static Optional<Kind> mostFrequent(Collection<Kind> kinds) {
        return kinds.stream()
                .reduce(
                        (a, b) ->
                                Collections.frequency(kinds, b) > Collections.frequency(kinds, a)
                                        ? b
                                        : a);
    }

    private static void requireSame(Path file, Kind album, Kind kind) throws MediaException {
        if (album.sampleRate() != kind.sampleRate()) {
            throw new MediaException(
                    file,
                    "it has " + kind.sampleRate() + " Hz, the album " + album.sampleRate() + " Hz",
                    "Choose one sample rate for all (--sample-rate " + album.sampleRate() + ").");
        }
        if (album.channels() != kind.channels()) {
            throw new MediaException(
                    file,
                    "it is " + layout(kind) + ", the album is " + layout(album),
                    "Master it by itself.");
        }
    }

    private static String layout(Kind kind) {
        return kind.channels() == 1 ? "mono" : "stereo";
    }

    private static AlbumPlanner.Track track(Path file, Kind kind, TrackAnalysis analysis) {
        return new AlbumPlanner.Track(
                () -> ResampledSource.of(Media.open(file), kind.sampleRate()), analysis);
    }

    /**
     * The plan for one of the files.
     *
     * @throws MediaException when it was left out: why
     */
    public MasteringPlan plan(Path file) throws MediaException {
        MediaException fault = faults.get(file);
        if (fault != null) {
            throw fault;
        }
        return plans.get(files.indexOf(file));
    }

    /** The track before one. */
    Optional<Path> before(Path file) {
        int at = files.indexOf(file);
        return at > 0 ? Optional.of(files.get(at - 1)) : Optional.empty();
    }
}
