package auralis.dsp.master;

import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.analysis.Listening;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.dynamics.LimiterForecast;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.engine.ProcessedSource;
import auralis.dsp.fingerprint.Dimension;
import auralis.dsp.master.MasteringPlan.LimitedBy;
import auralis.dsp.meter.Gains;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Plans the tracks of an album so that their differences in level stay: tone, width and dynamics
 * are decided for each track, one make-up gain for all. It brings the album as a whole, its
 * integrated loudness over all tracks in a row, to the target, and is never higher than the
 * restraint allows the loudest track.
 */
public final class AlbumPlanner {
    /** How much louder than its source the restraint lets a quiet track become. */
    private static final double QUIET_ROOM_DB = 30;

    private static final double CLOSE_ENOUGH_LU = 0.05;

    private final List<Track> tracks;
    private final List<MasteringPlan> drafts = new ArrayList<>();
    private final MasteringSettings settings;
    private final EffectCatalogue catalogue;
    private final Progress progress;

    /** A track of the album. */
    public record Track(Opener source, TrackAnalysis analysis) {}

    /** Opens a track from its start, as often as it is asked. */
    @FunctionalInterface
    public interface Opener {
        AudioSource open() throws IOException;
    }

    private AlbumPlanner(
            List<Track> tracks,
            MasteringSettings settings,
            EffectCatalogue catalogue,
            Progress progress) {
        this.tracks = List.copyOf(tracks);
        this.settings = settings;
        this.catalogue = catalogue;
        this.progress = progress;
        for (Track track : tracks) {
            drafts.add(MasteringPlanner.provisional(track.analysis(), settings.withIntensity(1)));
        }
    }

    /**
     * @param tracks at least one; all of one sample rate and one number of channels
     * @param catalogue knows the effects of the settings
     * @param progress is advanced by the frames of all sources
     * @return a plan for each track, all with the same gain
     */
    public static List<MasteringPlan> exact(
            List<Track> tracks,
            MasteringSettings settings,
            EffectCatalogue catalogue,
            Progress progress)
            throws IOException, InterruptedException {
        return new AlbumPlanner(tracks, settings, catalogue, progress).run();
    }

    private List<MasteringPlan> run() throws IOException, InterruptedException {
        OptionalDouble lufs = albumLufs();
        OptionalDouble target =
                lufs.isEmpty()
                        ? OptionalDouble.empty()
                        : MasteringPlanner.target(
                                lufs,
                                settings,
                                LoudnessRestraint.of(lufs.getAsDouble(), albumCrestDb()));
        return target.isEmpty() ? unlevelled() : levelled(lufs.getAsDouble(), target);
    }

    private List<MasteringPlan> unlevelled() {
        return drafts.stream()
                .map(
                        draft ->
                                draft.levelled(
                                                true,
                                                0,
                                                OptionalDouble.empty(),
                                                0,
                                                Optional.of(LimitedBy.NO_TARGET))
                                        .at(settings.intensity()))
                .toList();
    }

    private List<MasteringPlan> levelled(double lufs, OptionalDouble target)
            throws IOException, InterruptedException {
        double wanted = target.getAsDouble();
        GainCurve curve = hear(wanted - lufs, wanted, progress);
        for (int i = 0; i < GainSearch.REPEATS && !curve.holdsTheAnswer(); i++) {
            curve = hear(curve.estimateDb(), wanted, progress.uncounted());
        }
        double allowedDb = allowedDb();
        double gainDb = Math.min(curve.answerDb(), allowedDb);
        Optional<LimitedBy> limit =
                !curve.missesAt(gainDb, CLOSE_ENOUGH_LU)
                        ? Optional.empty()
                        : Optional.of(
                                gainDb == allowedDb ? LimitedBy.DYNAMICS : curve.limitAt(gainDb));
        double medianDb = curve.medianReductionAt(gainDb);
        OptionalDouble album = OptionalDouble.of(curve.lufsAt(gainDb));
        return drafts.stream()
                .map(
                        draft ->
                                draft.aimedAt(target)
                                        .levelled(true, gainDb, album, medianDb, limit)
                                        .at(settings.intensity()))
                .toList();
    }

    /** All tracks in a row, each through its own chain, up to the level they share. */
    private GainCurve hear(double aroundDb, double targetLufs, Progress heard)
            throws IOException, InterruptedException {
        double[] drivesDb = Arrays.stream(GainSearch.AROUND_DB).map(db -> aroundDb + db).toArray();
        LimiterForecast forecast =
                new LimiterForecast(MasteringChain.limiterSettings(drafts.get(0)), drivesDb);
        StreamFormat format = null;
        for (int i = 0; i < drafts.size(); i++) {
            try (AudioSource source = tracks.get(i).source().open()) {
                if (format == null) {
                    format = source.format();
                    Listening.prepare(List.of(forecast), source);
                }
                requireSame(format, source.format());
                AudioSource shaped =
                        new ProcessedSource(
                                source, MasteringChain.beforeLevel(drafts.get(i), catalogue));
                Listening.listen(shaped, forecast::process, heard);
            }
        }
        return new GainCurve(forecast.result(), targetLufs, settings.loudness().firm());
    }

    private static void requireSame(StreamFormat format, StreamFormat other) {
        if (!format.equals(other)) {
            throw new IllegalArgumentException("an album of " + format + " and " + other);
        }
    }

    /** The highest gain that leaves loud tracks as loud as they are, with a smooth border. */
    private double allowedDb() {
        double allowed = Double.POSITIVE_INFINITY;
        if (settings.loudness().firm()) {
            return allowed;
        }
        for (int i = 0; i < drafts.size(); i++) {
            TrackAnalysis analysis = tracks.get(i).analysis();
            if (analysis.loudness().integratedLufs().isPresent()) {
                double shapeDb = GainEstimate.loudnessOfShape(analysis, drafts.get(i));
                double room = QUIET_ROOM_DB * drafts.get(i).restraint().quiet();
                allowed = Math.min(allowed, room - shapeDb);
            }
        }
        return allowed;
    }

    private OptionalDouble albumLufs() {
        return Gains.albumLufs(tracks.stream().map(track -> track.analysis().programme()).toList());
    }

    private double albumCrestDb() {
        double sum = 0;
        double seconds = 0;
        for (Track track : tracks) {
            OptionalDouble crest = track.analysis().fingerprint().get(Dimension.CREST_DB);
            if (crest.isPresent()) {
                sum += track.analysis().seconds() * crest.getAsDouble();
                seconds += track.analysis().seconds();
            }
        }
        return seconds > 0 ? sum / seconds : LoudnessRestraint.DYNAMIC_CREST_DB;
    }
}
