package auralis.library.scan;

import auralis.dsp.Progress;
import auralis.library.track.FileStamp;
import auralis.library.track.KnownFile;
import auralis.library.track.PathKey;
import auralis.library.track.TrackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One comparison of a part of the disk with the library. A thread walks the folders, others look at
 * files, another stores; this one, the caller's, decides, and never waits for the disk, so that it
 * can be cancelled while a drive hangs. The others hand it steps, and so many files may be under
 * way that all have work.
 */
final class Scan {
    private static final int UNDER_WAY = 2000;
    private static final int TICK_MS = 50;
    private static final int MOST_STUCK = 5;

    private final Scope scope;
    private final Roots roots;
    private final Batch batch;
    private final Moves moves;
    private final Storing storing;
    private final ScanTally tally;
    private final Progress progress;
    private final Readers readers;
    private final Duration patience;

    private final BlockingQueue<Step> inbox = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final Map<String, KnownFile> known = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Path> unreadable = new ArrayList<>();
    private boolean walked;
    private long underWay;

    Scan(
            Scope scope,
            Roots roots,
            Batch batch,
            Moves moves,
            Storing storing,
            ScanTally tally,
            Progress progress,
            Readers readers,
            Duration patience) {
        this.scope = scope;
        this.roots = roots;
        this.batch = batch;
        this.moves = moves;
        this.storing = storing;
        this.tally = tally;
        this.progress = progress;
        this.readers = readers;
        this.patience = patience;
        scope.known().forEach(file -> known.put(file.key(), file));
        tally.expect(scope.known().size());
    }

    void run() throws IOException, InterruptedException {
        Walker walker = new Walker();
        walker.start();
        try {
            while (!walked || underWay > 0) {
                step(walker);
            }
            findGone();
            storing.call(batch::storeLast);
        } finally {
            walker.interrupt();
        }
    }

    private void step(Walker walker) throws IOException, InterruptedException {
        progress.checkpoint();
        Step step = inbox.poll(TICK_MS, TimeUnit.MILLISECONDS);
        if (step != null) {
            step.run();
        } else {
            walker.giveUpWhenStuck();
        }
        if (readers.giveUpStuck() > MOST_STUCK) {
            throw new IOException(
                    "Many files do not answer. Check the drive or network that the music is on,"
                            + " and scan again.");
        }
        if (batch.isDue()) {
            storing.call(batch::store);
        }
        tally.tell();
    }

    private void found(Path file, BasicFileAttributes attributes, boolean named) {
        String key = PathKey.of(file);
        if (scope.masters().contains(key) || !seen.add(key)) {
            room.release();
            return;
        }
        tally.found();
        KnownFile before = known.get(key);
        if (before == null || isToBeLookedAt(before, file, attributes)) {
            look(file, before, named);
            return;
        }
        batch.seen(before);
        done();
    }

    private boolean isToBeLookedAt(KnownFile before, Path file, BasicFileAttributes attributes) {
        if (before.removed() && !scope.explicit()) {
            return false;
        }
        FileStamp stamp = FileLook.stamp(attributes);
        return before.content().isEmpty()
                || !before.stamp().equals(stamp)
                || !before.file().toString().equals(file.toString());
    }

    private void look(Path file, KnownFile before, boolean named) {
        underWay++;
        OptionalLong root = roots.idOf(file);
        readers.look(file, root, answer -> inbox.add(() -> looked(answer, before, named)));
    }

    private void looked(TrackFile file, KnownFile before, boolean named) {
        underWay--;
        done();
        file.problem().ifPresent(problem -> tally.problem(file.file(), problem));
        if (before != null) {
            batch.changed(before, file);
        } else if (file.problem().isEmpty() || named) {
            batch.unknown(file);
        }
    }

    private void done() {
        tally.done();
        room.release();
    }

    private void unreadable(Path path, String sentence) {
        unreadable.add(path);
        tally.problem(path, sentence);
    }

    /** Known files that the walk did not meet: gone, or there in a place or way of their own. */
    private void findGone() throws IOException, InterruptedException {
        for (KnownFile file : scope.known()) {
            if (isUnmet(file)) {
                progress.checkpoint();
                meet(file);
            }
        }
        while (underWay > 0) {
            inbox.take().run();
        }
        storing.call(batch::storeLast);
        roots.lookAgain();
        for (KnownFile file : scope.known()) {
            if (isUnmet(file) && roots.isMissing(file)) {
                batch.missing(file);
            }
        }
    }

    private boolean isUnmet(KnownFile file) {
        return !file.removed()
                && !seen.contains(file.key())
                && !moves.isMoved(file)
                && unreadable.stream().noneMatch(path -> file.file().startsWith(path));
    }

    private void meet(KnownFile file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file.file(), BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                found(file.file(), attributes, false);
            }
        } catch (IOException e) {
            // Not there: what it is then is decided when all files were seen.
        }
    }

    /** Hands over what it finds, and waits when too much is under way. */
    private final class Walker extends Thread implements FolderWalk.Finds {
        private final FolderWalk walk = new FolderWalk(scope.folders(), roots.folders(), this);
        private volatile boolean waiting;

        Walker() {
            super("auralis-scan-walk");
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                for (Path file : scope.files()) {
                    named(file);
                }
                walk.run();
                inbox.add(this::end);
            } catch (InterruptedException e) {
                // Cancelled, or given up: nobody waits for more.
            } catch (RuntimeException e) {
                inbox.add(
                        () -> {
                            throw e;
                        });
            }
        }

        private void end() {
            walked = true;
            tally.allFound();
        }

        private void named(Path file) throws InterruptedException {
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class);
                if (scope.explicit() || attributes.isRegularFile() && SoundFiles.isSound(file)) {
                    give(() -> found(file, attributes, scope.explicit()));
                }
            } catch (IOException e) {
                if (scope.explicit()) {
                    unreadable(file, FolderWalk.sentence(file, "It", e));
                }
            }
        }

        @Override
        public void file(Path file, BasicFileAttributes attributes) throws InterruptedException {
            give(() -> found(file, attributes, false));
        }

        @Override
        public void folder(Path folder) throws InterruptedException {
            give(
                    () -> {
                        room.release();
                        tally.folder();
                    });
        }

        @Override
        public void unreadable(Path path, String sentence) throws InterruptedException {
            give(
                    () -> {
                        room.release();
                        Scan.this.unreadable(path, sentence);
                    });
        }

        private void give(Step step) throws InterruptedException {
            waiting = true;
            room.acquire();
            waiting = false;
            inbox.add(step);
        }

        /** Goes on without what is behind a folder that hangs; nothing there counts as gone. */
        void giveUpWhenStuck() {
            if (!walked && !waiting && walk.idle().compareTo(patience) > 0) {
                Path place = walk.place();
                Scan.this.unreadable(
                        place,
                        "The folder did not answer for "
                                + patience.toSeconds()
                                + " seconds. Check the drive or network it is on.");
                unreadable.addAll(scope.folders());
                walked = true;
                interrupt();
            }
        }
    }
}
