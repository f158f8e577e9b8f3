package auralis.library.job;

import auralis.library.track.JobState;
import auralis.library.track.JobStore;
import auralis.library.track.StoredJob;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The attempts of this process at jobs, each on a thread of its own. */
final class Crew {
    private static final Logger LOG = System.getLogger(Crew.class.getName());
    private static final long CLOSE_SECONDS = 5;

    private final JobStore store;
    private final Worker worker;
    private final String owner;
    private final Runnable onEnd;
    private final Map<Long, Attempt> attempts = new ConcurrentHashMap<>();

    /** Ended, and the store does not know it. */
    private final Map<Long, Attempt> unsettled = new ConcurrentHashMap<>();

    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    task -> {
                        Thread thread = new Thread(task, "job");
                        thread.setDaemon(true);
                        return thread;
                    });

    /**
     * @param onEnd is run when an attempt has ended, on its thread
     */
    Crew(JobStore store, Worker worker, String owner, Runnable onEnd) {
        this.store = store;
        this.worker = worker;
        this.owner = owner;
        this.onEnd = onEnd;
    }

    int size() {
        return attempts.size();
    }

    /**
     * Begins the first job that waits.
     *
     * @param only one of these; empty: any
     * @return false when there is none
     */
    boolean claim(Set<Long> only) throws IOException {
        Optional<StoredJob> claimed = store.claim(owner, only, Instant.now());
        claimed.ifPresent(
                job -> {
                    Attempt attempt = new Attempt(job, owner, store);
                    attempts.put(job.id(), attempt);
                    threads.execute(() -> run(attempt));
                });
        return claimed.isPresent();
    }

    private void run(Attempt attempt) {
        long id = attempt.job().id();
        try {
            attempt.run(worker);
            if (!attempt.settle()) {
                unsettled.put(id, attempt);
            }
        } finally {
            attempts.remove(id);
            onEnd.run();
        }
    }

    /**
     * Stores what could not be stored before.
     *
     * @return what is stored now, to be {@linkplain #forget forgotten} when that was read
     */
    Set<Long> settle() {
        return unsettled.entrySet().stream()
                .filter(ended -> ended.getValue().settle())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    void forget(Set<Long> settled) {
        unsettled.keySet().removeAll(settled);
    }

    /** A job with how far we are with it. */
    Job asItStands(Job job) {
        if (job.state() != JobState.RUNNING && job.state() != JobState.PAUSED) {
            return job;
        }
        Attempt ended = unsettled.get(job.id());
        if (ended != null) {
            return job.ended(ended.ending());
        }
        Attempt attempt = attempts.get(job.id());
        return attempt == null ? job : job.at(attempt.beat(), attempt.left());
    }

    /** Tells that we live and how far we are. */
    void beat() throws IOException {
        Map<Long, JobStore.Beat> beats = new HashMap<>();
        attempts.forEach((id, attempt) -> beats.put(id, attempt.beat()));
        if (!beats.isEmpty()) {
            store.beat(owner, beats, Instant.now());
        }
    }

    /** Does what other processes want of our jobs. */
    void obey() throws IOException {
        if (attempts.isEmpty()) {
            return;
        }
        for (Map.Entry<Long, JobStore.Wish> wish : store.wishes(owner).entrySet()) {
            List<Long> job = List.of(wish.getKey());
            switch (wish.getValue()) {
                case PAUSE -> pause(job, true);
                case RESUME -> pause(job, false);
                case CANCEL -> cancel(job);
            }
        }
    }

    void pause(Collection<Long> ids, boolean pause) throws IOException {
        for (Attempt attempt : among(ids)) {
            if (attempt.isPaused() != pause) {
                store.setPaused(attempt.job().id(), owner, pause);
                attempt.pause(pause);
            }
        }
    }

    void pauseAll(boolean pause) throws IOException {
        pause(Set.copyOf(attempts.keySet()), pause);
    }

    /** Ends attempts and their jobs. */
    void cancel(Collection<Long> ids) {
        among(ids).forEach(Attempt::cancel);
    }

    /** Ends attempts; their jobs can be begun again. */
    void leave(Collection<Long> ids) {
        among(ids).forEach(Attempt::leave);
    }

    private List<Attempt> among(Collection<Long> ids) {
        return attempts.entrySet().stream()
                .filter(attempt -> ids.contains(attempt.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Those that we do not work on. */
    Set<Long> others(Collection<Long> ids) {
        Set<Long> others = new HashSet<>(ids);
        others.removeAll(attempts.keySet());
        return others;
    }

    /** Leaves all jobs and waits for that. */
    void close() throws InterruptedException {
        threads.shutdown();
        attempts.values().forEach(Attempt::leave);
        if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
            LOG.log(Level.WARNING, "a job did not end in time");
        }
        forget(settle());
        unsettled
                .keySet()
                .forEach(id -> LOG.log(Level.ERROR, "the end of job " + id + " is not stored"));
    }
}
