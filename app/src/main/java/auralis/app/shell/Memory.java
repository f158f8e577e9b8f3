package auralis.app.shell;

import auralis.app.export.ExportChoice;
import auralis.app.fx.Workers;
import auralis.app.prefs.JobPreferences;
import auralis.app.prefs.PlaybackPreferences;
import auralis.app.prefs.StoredPlayback;
import auralis.app.stems.KeptMixes;
import auralis.app.stems.StemChoice;
import auralis.library.json.Json;
import auralis.library.separate.SeparationSettings;
import auralis.library.track.ResultStore;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Keeps how the window was left over a restart. It reads when it is made and writes on a thread of
 * its own; whatever goes wrong is a line in the log and never keeps the program from starting.
 */
public final class Memory implements Closeable {
    private static final Logger LOG = Logger.getLogger(Memory.class.getName());
    private static final String KEY = "window";
    private static final String PLAYBACK_KEY = "playback";
    private static final String JOBS_KEY = "jobs";
    private static final String EXPORT_KEY = "export";
    private static final String STEMS_KEY = "stems";
    private static final String SEPARATOR_KEY = "separator";
    private static final String MIXES_KEY = "mixes";
    private static final long END_SECONDS = 5;

    private final ResultStore store;
    private final ExecutorService writer = Workers.named("memory", 1);
    private final Optional<Remembered> remembered;
    private final PlaybackPreferences playback;
    private final JobPreferences jobs;
    private final ExportChoice export;
    private final StemChoice stems;
    private final String separator;
    private final KeptMixes mixes;
    private Remembered last;
    private PlaybackPreferences lastPlayback;

    /** Reads from the store; any thread but the window's. */
    public Memory(ResultStore store) {
        this.store = store;
        remembered = read(KEY, json -> Json.read(json, Remembered.class));
        last = remembered.orElse(null);
        playback = read(PLAYBACK_KEY, StoredPlayback::read).orElse(PlaybackPreferences.DEFAULT);
        lastPlayback = playback;
        jobs =
                read(JOBS_KEY, json -> Json.read(json, JobPreferences.class))
                        .orElse(JobPreferences.DEFAULT);
        export =
                read(EXPORT_KEY, json -> Json.read(json, ExportChoice.class))
                        .orElse(ExportChoice.DEFAULT);
        stems =
                read(STEMS_KEY, json -> Json.read(json, StemChoice.class))
                        .orElse(StemChoice.DEFAULT);
        separator =
                read(SEPARATOR_KEY, json -> Json.read(json, String.class))
                        .orElse(SeparationSettings.BUILT_IN);
        mixes = read(MIXES_KEY, json -> Json.read(json, KeptMixes.class)).orElse(KeptMixes.NONE);
    }

    /** How the window was left the last time; empty for the first time. */
    Optional<Remembered> remembered() {
        return remembered;
    }

    /** As the user preferred the last time, else as the program suggests. */
    PlaybackPreferences playback() {
        return playback;
    }

    /** How work in the background is done. */
    JobPreferences jobs() {
        return jobs;
    }

    /** How the last files were written. */
    ExportChoice export() {
        return export;
    }

    /** How the last stems were written. */
    StemChoice stems() {
        return stems;
    }

    /** The model that took tracks apart the last time; it may be gone. */
    String separator() {
        return separator;
    }

    /** How stems were mixed. */
    KeptMixes mixes() {
        return mixes;
    }

    /** Has it written, a moment later, unless this is closed; always from the same thread. */
    void keep(Remembered now) {
        if (!now.equals(last) && !writer.isShutdown()) {
            last = now;
            writer.execute(() -> write(KEY, Json.write(now)));
        }
    }

    /** The same of the preferences. */
    void keep(PlaybackPreferences now) {
        if (!now.equals(lastPlayback) && !writer.isShutdown()) {
            lastPlayback = now;
            writer.execute(() -> write(PLAYBACK_KEY, StoredPlayback.write(now)));
        }
    }

    void keep(JobPreferences now) {
        keep(JOBS_KEY, now);
    }

    void keep(ExportChoice now) {
        keep(EXPORT_KEY, now);
    }

    void keep(StemChoice now) {
        keep(STEMS_KEY, now);
    }

    void keep(KeptMixes now) {
        keep(MIXES_KEY, now);
    }

    void keepSeparator(String model) {
        keep(SEPARATOR_KEY, model);
    }

    private void keep(String key, Object now) {
        if (!writer.isShutdown()) {
            writer.execute(() -> write(key, Json.write(now)));
        }
    }

    /** Waits until everything is written. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warning("The arrangement of the window was not written in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was kept, out of its JSON. */
    private interface Reading<T> {
        T of(String json) throws IOException;
    }

    private <T> Optional<T> read(String key, Reading<T> reading) {
        try {
            Optional<String> json = store.get(key);
            return json.isEmpty() ? Optional.empty() : Optional.of(reading.of(json.get()));
        } catch (IOException e) {
            LOG.warning("What was kept as \"" + key + "\" cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void write(String key, String json) {
        try {
            store.put(key, json);
        } catch (IOException e) {
            LOG.warning("The arrangement of the window was not kept: " + e.getMessage());
        }
    }
}
