package auralis.library.transcribe;

import auralis.dsp.speech.Span;
import auralis.library.json.Json;
import auralis.library.media.Media;
import auralis.library.transcribe.engine.Recogniser.Recognition;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was found out about a recording so far, one JSON text a line, each on the disk before the
 * work goes on: whatever ends the program, no piece is recognised twice. A last line that was torn
 * is cut off. Any thread.
 */
final class Journal implements Closeable {
    /**
     * What does not change.
     *
     * @param input the recording
     * @param parameters a name for how it is recognised
     * @param seconds its length
     * @param voice where somebody speaks
     * @param chunks into what it was cut
     */
    record Header(
            Fingerprint input,
            String parameters,
            double seconds,
            List<Span> voice,
            List<Chunk> chunks) {}

    enum State {
        /** Was not recognised, and is tried again. */
        TRIED,
        DONE,
        /** Is left alone until somebody asks again. */
        FAILED,
        /** Goes on as several. */
        SPLIT
    }

    /**
     * What became of a piece.
     *
     * @param attempts that it took, 1 or more
     * @param sentence why it was not recognised
     * @param result what was heard
     * @param parts what it was split into
     */
    record Entry(
            int chunk,
            State state,
            int attempts,
            Optional<String> sentence,
            Optional<Recognition> result,
            List<Chunk> parts) {}

    private final Path file;

    /** Whoever interrupts a thread would close a channel for all. */
    private final RandomAccessFile lines;

    private final Header header;
    private final Map<Integer, Chunk> chunks = new LinkedHashMap<>();
    private final Map<Integer, Recognition> results = new LinkedHashMap<>();
    private final Map<Integer, String> failures = new LinkedHashMap<>();
    private int nextId;

    private Journal(Path file, RandomAccessFile lines, Header header) {
        this.file = file;
        this.lines = lines;
        this.header = header;
        header.chunks().forEach(this::add);
    }

    private void add(Chunk chunk) {
        chunks.put(chunk.id(), chunk);
        nextId = Math.max(nextId, chunk.id() + 1);
    }

    /** Starts one, in place of any other. */
    static Journal begin(Path file, Header header) throws IOException {
        Journal journal = new Journal(file, new RandomAccessFile(file.toFile(), "rw"), header);
        try {
            journal.lines.setLength(0);
            journal.append(header);
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /** Goes on with one; empty when there is none, or it tells of something else. */
    static Optional<Journal> resume(Path file, Fingerprint input, String parameters)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Reading reading = new Reading(Files.readAllBytes(file));
        Optional<Header> header =
                reading.next(Header.class)
                        .filter(
                                read ->
                                        read.input().equals(input)
                                                && read.parameters().equals(parameters));
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Journal journal =
                new Journal(file, new RandomAccessFile(file.toFile(), "rw"), header.get());
        try {
            for (Optional<Entry> entry = reading.next(Entry.class);
                    entry.isPresent();
                    entry = reading.next(Entry.class)) {
                journal.take(entry.get());
            }
            journal.lines.setLength(reading.sound);
            journal.lines.seek(reading.sound);
            return Optional.of(journal);
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /** Lines as far as they are whole. */
    private static final class Reading {
        private final byte[] bytes;
        private int sound;

        Reading(byte[] bytes) {
            this.bytes = bytes;
        }

        <T> Optional<T> next(Class<T> type) {
            int end = sound;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            if (end == bytes.length) {
                return Optional.empty();
            }
            try {
                String line = new String(bytes, sound, end - sound, StandardCharsets.UTF_8);
                T read = Json.read(line, type);
                sound = end + 1;
                return Optional.of(read);
            } catch (IOException e) {
                // Torn: what it told is found out again.
                return Optional.empty();
            }
        }
    }

    private void take(Entry entry) {
        failures.remove(entry.chunk());
        switch (entry.state()) {
            case DONE -> results.put(entry.chunk(), entry.result().orElseThrow());
            case FAILED -> failures.put(entry.chunk(), entry.sentence().orElse(""));
            case SPLIT -> {
                chunks.remove(entry.chunk());
                entry.parts().forEach(this::add);
            }
            case TRIED -> {}
        }
    }

    private synchronized void append(Object line) throws IOException {
        byte[] bytes = (Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8);
        long before = lines.getFilePointer();
        try {
            lines.write(bytes);
            lines.getFD().sync();
        } catch (IOException e) {
            lines.setLength(before);
            throw Media.explainWriting(file, e);
        }
    }

    private synchronized void append(Entry entry) throws IOException {
        append((Object) entry);
        take(entry);
    }

    Header header() {
        return header;
    }

    void tried(Chunk chunk, int attempts, String sentence) throws IOException {
        append(entry(chunk, State.TRIED, attempts, sentence));
    }

    void failed(Chunk chunk, int attempts, String sentence) throws IOException {
        append(entry(chunk, State.FAILED, attempts, sentence));
    }

    void done(Chunk chunk, int attempts, Recognition result) throws IOException {
        append(
                new Entry(
                        chunk.id(),
                        State.DONE,
                        attempts,
                        Optional.empty(),
                        Optional.of(result),
                        List.of()));
    }

    /**
     * Cuts a piece in two.
     *
     * @param cut where each of them ends to tell
     * @param overlap by how much they run over into each other, in s
     */
    synchronized List<Chunk> split(Chunk chunk, int attempts, double cut, double overlap)
            throws IOException {
        double half = overlap / 2;
        List<Chunk> parts =
                List.of(
                        new Chunk(nextId, chunk.start(), cut + half, chunk.from(), cut),
                        new Chunk(nextId + 1, cut - half, chunk.end(), cut, chunk.to()));
        append(
                new Entry(
                        chunk.id(),
                        State.SPLIT,
                        attempts,
                        Optional.empty(),
                        Optional.empty(),
                        parts));
        return parts;
    }

    private static Entry entry(Chunk chunk, State state, int attempts, String sentence) {
        return new Entry(
                chunk.id(), state, attempts, Optional.of(sentence), Optional.empty(), List.of());
    }

    /** All pieces, by their starts. */
    synchronized List<Chunk> chunks() {
        List<Chunk> all = new ArrayList<>(chunks.values());
        all.sort(Comparator.comparingDouble(Chunk::start));
        return all;
    }

    /** Those that nobody recognised yet, by their starts. */
    synchronized List<Chunk> open() {
        Set<Integer> done = new HashSet<>(results.keySet());
        return chunks().stream().filter(chunk -> !done.contains(chunk.id())).toList();
    }

    /** How many pieces are recognised or left alone. */
    synchronized int ended() {
        return results.size() + failures.size();
    }

    /** What was heard in a piece. */
    synchronized Optional<Recognition> result(Chunk chunk) {
        return Optional.ofNullable(results.get(chunk.id()));
    }

    /** Why a piece was not recognised. */
    synchronized Optional<String> failure(Chunk chunk) {
        return Optional.ofNullable(failures.get(chunk.id()));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
