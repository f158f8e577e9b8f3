package auralis.library.export;

import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans for the files of an album, with one gain for all, in the order of the album. */
public final class AlbumPlan {
    private final List<Path> files;
    private final List<MasteringPlan> plans;

    private AlbumPlan(List<Path> files, List<MasteringPlan> plans) {
        this.files = files;
        this.plans = plans;
    }

    /**
     * @param files at least one, in the order of the album
     * @throws IOException with a sentence when a file cannot be read or does not fit the others
     */
    public static AlbumPlan of(
            Library library,
            List<Path> files,
            MasteringSettings settings,
            OutputFormat output,
            Progress progress)
            throws IOException, InterruptedException {
        List<AlbumPlanner.Track> tracks = new ArrayList<>();
        Optional<StreamFormat> album = Optional.empty();
        for (Path file : files) {
            StreamFormat format = format(file, output);
            requireSame(file, album.orElse(format), format);
            album = Optional.of(format);
            TrackAnalysis analysis = library.analysis(file, progress);
            tracks.add(
                    new AlbumPlanner.Track(
                            () -> ResampledSource.of(Media.open(file), format.sampleRate()),
                            analysis));
        }
        return new AlbumPlan(
                List.copyOf(files),
                AlbumPlanner.exact(tracks, settings, library.effects(), progress));
    }

    private static StreamFormat format(Path file, OutputFormat output) throws IOException {
        try (MediaSource source = Media.open(file)) {
            Exporter.requireStereo(file, source.media());
            return new StreamFormat(
                    output.sampleRate(source.media()), source.media().stream().layout());
        }
    }

    private static void requireSame(Path file, StreamFormat album, StreamFormat format)
            throws MediaException {
        if (album.sampleRate() != format.sampleRate()) {
            throw new MediaException(
                    file,
                    "it has " + format.sampleRate() + " Hz, the album " + album.sampleRate(),
                    "Choose one sample rate for all.");
        }
        if (album.channels() != format.channels()) {
            throw new MediaException(
                    file,
                    "mono and stereo tracks are mixed on this album",
                    "Master the mono ones by themselves.");
        }
    }

    /** The plan for one of the files. */
    public MasteringPlan plan(Path file) {
        return plans.get(files.indexOf(file));
    }

    /** The track before one. */
    Optional<Path> before(Path file) {
        int at = files.indexOf(file);
        return at > 0 ? Optional.of(files.get(at - 1)) : Optional.empty();
    }
}
