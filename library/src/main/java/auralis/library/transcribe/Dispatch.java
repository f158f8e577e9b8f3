package auralis.library.transcribe;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.dsp.speech.SpeechLevels;
import auralis.library.transcribe.engine.ProportionalWords;
import auralis.library.transcribe.engine.Recogniser;
import auralis.library.transcribe.engine.Recogniser.Recognition;
import auralis.library.transcribe.engine.RecognitionException;
import auralis.library.transcribe.engine.RecognitionException.Remedy;
import auralis.library.transcribe.engine.SpeechFile;
import auralis.library.transcript.Segment;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Sends the pieces of a recording to an engine, several at once, each up to {@value #MOST_ATTEMPTS}
 * times, and writes into the journal what becomes of them. A piece that cannot be recognised is
 * left out; when {@value #MOST_IN_A_ROW} in a row cannot, it is not they who are to blame, and the
 * work stops.
 */
final class Dispatch {
    static final int MOST_ATTEMPTS = 3;
    static final int MOST_IN_A_ROW = 3;

    /** Halves are not made shorter. */
    static final double LEAST_SECONDS = 4;

    /** Servers count requests in minutes. */
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private static final long LOOK_MILLIS = 50;
    private static final double UNITS_PER_SECOND = 1e3;

    private final Journal journal;
    private final Recogniser recogniser;
    private final SpeechFile recording;
    private final Patience patience;
    private final Voices voice;
    private final Progress progress;
    private final Deque<Chunk> waiting = new ArrayDeque<>();
    private int busy;
    private int inARow;
    private boolean stopping;
    private Throwable fault;

    /**
     * @param progress is advanced by the thousandths of seconds of the pieces
     */
    Dispatch(
            Journal journal,
            Recogniser recogniser,
            SpeechFile recording,
            Patience patience,
            Progress progress) {
        this.journal = journal;
        this.recogniser = recogniser;
        this.recording = recording;
        this.patience = patience;
        this.voice = new Voices(journal.header().voice());
        this.progress = progress;
        waiting.addAll(journal.open());
    }

    /** How much a piece counts. */
    static long units(Chunk chunk) {
        return Math.round(UNITS_PER_SECOND * chunk.told().seconds());
    }

    /**
     * Recognises what is not recognised yet.
     *
     * @param atOnce how many pieces
     * @param look called every now and then while that goes on, on this thread
     * @throws IOException when all that is left would fail too
     */
    void run(int atOnce, Runnable look) throws IOException, InterruptedException {
        List<Thread> workers = new ArrayList<>();
        int count = Math.min(atOnce, waiting.size());
        for (int i = 0; i < count; i++) {
            Thread worker = new Thread(this::work, "transcription-" + (i + 1));
            worker.setDaemon(true);
            workers.add(worker);
        }
        workers.forEach(Thread::start);
        try {
            while (isGoing()) {
                progress.checkpoint();
                look.run();
            }
        } finally {
            stop(workers);
        }
        rethrow();
    }

    private synchronized boolean isGoing() throws InterruptedException {
        if (!isOver()) {
            wait(LOOK_MILLIS);
        }
        return !isOver();
    }

    private boolean isOver() {
        return fault != null || waiting.isEmpty() && busy == 0;
    }

    /** Afterwards nobody works any more. */
    private void stop(List<Thread> workers) {
        synchronized (this) {
            stopping = true;
            notifyAll();
        }
        workers.forEach(Thread::interrupt);
        boolean interrupted = false;
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow() throws IOException, InterruptedException {
        if (fault instanceof InterruptedException e) {
            throw e;
        }
        if (fault instanceof IOException e) {
            throw e;
        }
        if (fault instanceof Error e) {
            throw e;
        }
        if (fault != null) {
            throw (RuntimeException) fault;
        }
    }

    // ---- by the workers

    private void work() {
        try {
            for (Chunk chunk = next(); chunk != null; chunk = next()) {
                try {
                    new Attempts(chunk).run();
                } finally {
                    ended();
                }
            }
        } catch (InterruptedException | IOException | RuntimeException | Error e) {
            fail(e);
        }
    }

    private synchronized Chunk next() throws InterruptedException {
        while (waiting.isEmpty() && busy > 0 && !stopping && fault == null) {
            wait();
        }
        if (stopping || fault != null || waiting.isEmpty()) {
            return null;
        }
        busy++;
        return waiting.removeFirst();
    }

    private synchronized void ended() {
        busy--;
        notifyAll();
    }

    private synchronized void fail(Throwable e) {
        if (fault == null && !stopping) {
            fault = e;
        }
        notifyAll();
    }

    private synchronized void again(List<Chunk> parts) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            waiting.addFirst(parts.get(i));
        }
        notifyAll();
    }

    private synchronized boolean isStopping() {
        return stopping || fault != null;
    }

    /** Counts pieces that failed since the last one that did not. */
    private synchronized int failedInARow(boolean failed) {
        inARow = failed ? inARow + 1 : 0;
        return inARow;
    }

    /** The attempts at one piece. */
    private final class Attempts implements Progress {
        private final Chunk chunk;
        private int attempts;
        private boolean waited;
        private long windowEnd;
        private long total;
        private long done;
        private long told;

        Attempts(Chunk chunk) {
            this.chunk = chunk;
        }

        void run() throws IOException, InterruptedException {
            while (true) {
                checkpoint();
                attempts++;
                try {
                    Recognition result = recogniser.recognise(recording, chunk.sent(), this);
                    journal.done(chunk, attempts, timed(result));
                    failedInARow(false);
                    tell(units(chunk));
                    return;
                } catch (RecognitionException e) {
                    checkpoint();
                    tell(0);
                    if (!goesOn(e)) {
                        return;
                    }
                }
            }
        }

        /** Where only segments have times, those of their words are worked out. */
        private Recognition timed(Recognition result) throws IOException {
            List<Segment> segments = new ArrayList<>();
            for (Segment segment : result.segments()) {
                boolean timed = !segment.words().isEmpty() || Doubts.isNote(segment.text());
                segments.add(timed ? segment : timed(segment));
            }
            return new Recognition(result.language(), segments);
        }

        private Segment timed(Segment segment) throws IOException {
            double end = Math.min(segment.end(), chunk.seconds());
            if (segment.text().isBlank() || segment.start() >= end) {
                return segment;
            }
            Span span = new Span(segment.start(), end);
            SpeechLevels levels =
                    new SpeechLevels(
                            recording.samples(span.later(chunk.start())), SpeechFile.SAMPLE_RATE);
            List<String> words = List.of(segment.text().strip().split("\\s+"));
            double[] edges = ProportionalWords.edges(levels, span.seconds(), words);
            return new Segment(
                    segment.start(),
                    segment.end(),
                    segment.text(),
                    ProportionalWords.words(words, segment.start(), edges),
                    segment.speaker(),
                    segment.marks());
        }

        private boolean goesOn(RecognitionException e) throws IOException, InterruptedException {
            if (e.remedy() == Remedy.STOP) {
                throw e;
            }
            if (e.remedy() == Remedy.HALVE && chunk.seconds() >= 2 * LEAST_SECONDS) {
                halve();
                return false;
            }
            if (e.remedy() == Remedy.WAIT) {
                forgive(e);
            }
            if (attempts >= MOST_ATTEMPTS || e.remedy() == Remedy.HALVE) {
                giveUp(e);
                return false;
            }
            journal.tried(chunk, Math.max(1, attempts), e.getMessage());
            patience.sleep(pause(e));
            return true;
        }

        /** One attempt in a window is enough to learn that there are too many requests. */
        private void forgive(RecognitionException e) {
            long now = patience.nanos();
            if (waited && now - windowEnd < 0) {
                attempts--;
            } else {
                waited = true;
                Duration pause = e.pause().orElse(Duration.ZERO);
                windowEnd = now + (pause.compareTo(WINDOW) > 0 ? pause : WINDOW).toNanos();
            }
        }

        private Duration pause(RecognitionException e) {
            Duration backOff = Patience.backOff(Math.max(1, attempts));
            Duration asked = e.pause().orElse(Duration.ZERO);
            return asked.compareTo(backOff) > 0 ? asked : backOff;
        }

        private void halve() throws IOException {
            Span told = chunk.told();
            double quarter = chunk.seconds() / 4;
            double from = Math.max(told.start(), chunk.start() + quarter);
            double to = Math.min(told.end(), chunk.end() - quarter);
            double cut = quietNear(voice.pause(new Span(from, to)), new Span(from, to));
            again(journal.split(chunk, attempts, cut, Cutting.OVERLAP_SECONDS));
        }

        /** Not within a word, of which both halves would tell something. */
        private double quietNear(double moment, Span range) throws IOException {
            double reach = Cutting.OVERLAP_SECONDS;
            double from = Math.max(range.start(), moment - reach);
            double to = Math.min(range.end(), moment + reach);
            SpeechLevels levels =
                    new SpeechLevels(recording.samples(new Span(from, to)), SpeechFile.SAMPLE_RATE);
            return Math.min(to, from + levels.quietest(moment - from, reach));
        }

        private void giveUp(RecognitionException e) throws IOException {
            journal.failed(chunk, attempts, e.getMessage());
            tell(units(chunk));
            if (failedInARow(true) >= MOST_IN_A_ROW) {
                throw e;
            }
        }

        /** How much of the piece counts as done. */
        private synchronized void tell(long units) {
            progress.advance(units - told);
            told = units;
            done = 0;
        }

        // ---- Progress of the engine

        @Override
        public synchronized void total(long units) {
            total = units;
        }

        @Override
        public synchronized void advance(long units) {
            done += units;
            if (total > 0) {
                long now = Math.min(done, total) * units(chunk) / total;
                progress.advance(now - told);
                told = now;
            }
        }

        @Override
        public void phase(String key) {
            // The phase is that of all pieces together.
        }

        @Override
        public void checkpoint() throws InterruptedException {
            if (isStopping()) {
                throw new InterruptedException();
            }
            progress.checkpoint();
        }
    }
}
