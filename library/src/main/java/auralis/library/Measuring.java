package auralis.library;

import auralis.dsp.Progress;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.library.json.Json;
import auralis.library.track.LibraryEvent;
import auralis.library.track.LibraryEvents;
import auralis.library.track.Measured;
import auralis.library.track.Presence;
import auralis.library.track.ResultStore;
import auralis.library.track.Track;
import auralis.library.track.TrackStore;
import auralis.library.track.TrackWarnings;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Measures tracks and stores with them what came of it. Any thread but the window's. */
public final class Measuring implements Closeable {
    private static final Logger LOG = System.getLogger(Measuring.class.getName());
    private static final String PAUSED = "analysis.paused";

    private final TrackStore tracks;
    private final StoredAnalyses analyses;
    private final SimilarTracks similar;
    private final ResultStore settings;
    private final LibraryEvents events;
    private final boolean stores;
    private final BackgroundAnalysis background;

    /**
     * @param stores whether what is measured can be stored; else nothing is done in the background
     * @param precedence what the background gives way to
     */
    Measuring(
            TrackStore tracks,
            StoredAnalyses analyses,
            SimilarTracks similar,
            ResultStore settings,
            LibraryEvents events,
            boolean stores,
            Precedence precedence) {
        this.tracks = tracks;
        this.analyses = analyses;
        this.similar = similar;
        this.settings = settings;
        this.events = events;
        this.stores = stores;
        this.background = new BackgroundAnalysis(this, events, precedence);
    }

    /**
     * Starts to measure in the background, one after the other and with low priority, what is not
     * measured yet; where it was paused it stays so.
     */
    public void start() throws IOException {
        if (!stores) {
            return;
        }
        background.add(tracks.unmeasured());
        background.start(isPaused());
    }

    /** Pauses and goes on; it stays so over a restart. */
    public void pause(boolean pause) throws IOException {
        settings.put(PAUSED, Json.write(pause));
        if (pause) {
            background.pause();
        } else {
            background.resume();
        }
    }

    private boolean isPaused() throws IOException {
        Optional<String> paused = settings.get(PAUSED);
        return paused.isPresent() && Json.read(paused.get(), Boolean.class);
    }

    /**
     * Measures what is not measured yet, here and now.
     *
     * @param progress counts tracks
     * @return how many could not be measured
     */
    public int rest(Progress progress) throws IOException, InterruptedException {
        List<Long> pending = tracks.unmeasured();
        progress.total(pending.size());
        int problems = 0;
        for (long id : pending) {
            problems += isMeasured(id, progress.uncounted()) ? 0 : 1;
            progress.advance(1);
        }
        return problems;
    }

    /** In the background, once that was started. */
    void later(List<Track> fresh) {
        background.add(fresh.stream().map(Track::id).toList());
    }

    /**
     * Measures a track, where it is still in the library.
     *
     * @return false when it could not be measured, which is stored too
     */
    boolean isMeasured(long id, Progress progress) throws IOException, InterruptedException {
        Optional<Track> track = tracks.get(List.of(id)).stream().findFirst();
        return track.isEmpty() || isMeasured(track.get(), progress);
    }

    private boolean isMeasured(Track track, Progress progress)
            throws IOException, InterruptedException {
        try {
            StoredAnalyses.Found found = analyses.of(track.file(), progress);
            TrackAnalysis analysis = found.analysis();
            similar.measured(track.id(), analysis.fingerprint());
            tell(
                    tracks.measured(
                            track.id(),
                            found.content(),
                            track.stream().with(analysis.format(), analysis.seconds()),
                            Measured.of(analysis),
                            TrackWarnings.of(analysis).stream().findFirst()));
            return true;
        } catch (ClosedByInterruptException | InterruptedIOException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (IOException e) {
            tell(
                    Files.exists(track.file())
                            ? tracks.failed(track.id(), e.getMessage())
                            : gone(track));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "analysis of " + track.file(), e);
            tell(
                    tracks.failed(
                            track.id(),
                            track.file().getFileName()
                                    + ": cannot be analysed. Details are in the log."));
        }
        return false;
    }

    private Optional<Track> gone(Track track) throws IOException {
        return tracks.setPresence(List.of(track.id()), Presence.MISSING).stream().findFirst();
    }

    private void tell(Optional<Track> changed) {
        changed.ifPresent(track -> events.tell(new LibraryEvent.TracksChanged(List.of(track))));
    }

    @Override
    public void close() throws IOException {
        background.close();
    }
}
