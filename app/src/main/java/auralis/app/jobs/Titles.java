package auralis.app.jobs;

import auralis.app.text.Texts;
import auralis.library.job.Job;
import auralis.library.track.LibraryEvent;
import auralis.library.track.Track;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the sources of jobs are called: as the library knows them, else by their files. Any thread.
 */
public final class Titles {
    private static final Logger LOG = System.getLogger(Titles.class.getName());

    private final Lookup lookup;
    private final Map<String, String> byPath = new ConcurrentHashMap<>();

    /** Where tracks are looked up; on a worker. */
    @FunctionalInterface
    public interface Lookup {
        Optional<Track> track(Path file) throws IOException;
    }

    public Titles(Lookup lookup) {
        this.lookup = lookup;
    }

    /** "Glass River — Ana Ko"; by its file as long as nothing is known of it. */
    String of(Job job) {
        String known = byPath.get(job.stored().source());
        return known == null ? JobWords.fileTitle(job) : known;
    }

    /** Looks up those that are new; on a worker. */
    void learn(List<Job> jobs) {
        for (Job job : jobs) {
            if (!byPath.containsKey(job.stored().source())) {
                byPath.put(job.stored().source(), find(job));
            }
        }
    }

    private String find(Job job) {
        try {
            return lookup.track(job.source()).map(Titles::words).orElse(JobWords.fileTitle(job));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a job goes by its file", e);
            return JobWords.fileTitle(job);
        }
    }

    /** Whether something is called otherwise from now on. */
    boolean accept(LibraryEvent event) {
        List<Track> tracks =
                event instanceof LibraryEvent.TracksAdded added
                        ? added.tracks()
                        : event instanceof LibraryEvent.TracksChanged changed
                                ? changed.tracks()
                                : List.of();
        boolean any = false;
        for (Track track : tracks) {
            String words = words(track);
            String before = byPath.replace(track.file().toString(), words);
            any |= before != null && !before.equals(words);
        }
        return any;
    }

    private static String words(Track track) {
        return track.artist().isEmpty()
                ? track.title()
                : Texts.text("jobs.track", track.title(), track.artist());
    }
}
