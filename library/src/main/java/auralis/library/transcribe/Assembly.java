package auralis.library.transcribe;

import auralis.dsp.speech.Span;
import auralis.library.transcribe.engine.Recogniser.Recognition;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Segment.Mark;
import auralis.library.transcript.Transcript;
import auralis.library.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins what was heard in the pieces of a recording, as far as they are done. */
final class Assembly {
    private final Journal journal;
    private final TranscriptionSettings settings;
    private final String engine;
    private final Optional<String> model;
    private final Voices voice;
    private final double seconds;

    Assembly(
            Journal journal,
            TranscriptionSettings settings,
            String engine,
            Optional<String> model) {
        this.journal = journal;
        this.settings = settings;
        this.engine = engine;
        this.model = model;
        this.voice = new Voices(journal.header().voice());
        this.seconds = journal.header().seconds();
    }

    /** As it stands. */
    Transcript transcript() {
        List<Chunk> chunks = journal.chunks();
        List<Segment> heard = new ArrayList<>();
        List<Span> gaps = new ArrayList<>();
        Map<String, Integer> languages = new HashMap<>();
        int done = 0;
        for (Chunk chunk : chunks) {
            Optional<Recognition> result = journal.result(chunk);
            if (result.isPresent()) {
                done++;
                heard.addAll(told(chunk, result.get().segments()));
                result.get().language().ifPresent(l -> languages.merge(l, 1, Integer::sum));
            } else if (journal.failure(chunk).isPresent()) {
                gaps.add(chunk.told());
            }
        }
        heard.sort(Comparator.comparingDouble(Segment::start));
        List<Segment> segments = new Doubts(voice, settings.isolateVocals()).apply(heard);
        return transcript(segments, language(languages), gaps, chunks.size(), done);
    }

    /** Of what is known without hearing words. */
    Transcript transcript(List<Segment> segments) {
        return transcript(segments, language(Map.of()), List.of(), 0, 0);
    }

    private Transcript transcript(
            List<Segment> segments,
            Optional<String> language,
            List<Span> gaps,
            int chunks,
            int done) {
        return new Transcript(
                engine,
                model,
                language,
                segments,
                silences(journal.header().voice(), segments, seconds, settings.silenceSeconds()),
                gaps,
                seconds,
                chunks,
                done);
    }

    private Optional<String> language(Map<String, Integer> languages) {
        return settings.language().equals(TranscriptionSettings.AUTO)
                ? languages.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                : Optional.of(settings.language());
    }

    /** Where neither a voice was heard nor a word was recognised. */
    static List<Span> silences(
            List<Span> voice, List<Segment> segments, double seconds, double silenceSeconds) {
        Stream<Span> said =
                segments.stream()
                        .filter(segment -> !segment.marks().contains(Mark.ANNOTATION))
                        .flatMap(Assembly::spans);
        return new Voices(Stream.concat(voice.stream(), said).toList())
                .between(seconds, silenceSeconds);
    }

    private static Stream<Span> spans(Segment segment) {
        return segment.words().isEmpty()
                ? Stream.of(new Span(segment.start(), segment.end()))
                : segment.words().stream().map(word -> new Span(word.start(), word.end()));
    }

    /** What a piece tells on its side of the cuts. */
    private List<Segment> told(Chunk chunk, List<Segment> segments) {
        List<Segment> told = new ArrayList<>();
        for (Segment segment : segments) {
            within(chunk, segment.later(chunk.start())).map(this::ended).ifPresent(told::add);
        }
        return told;
    }

    private static Optional<Segment> within(Chunk chunk, Segment segment) {
        if (segment.words().isEmpty()) {
            return isTold(chunk, segment.start(), segment.end())
                    ? Optional.of(segment)
                    : Optional.empty();
        }
        List<Word> words =
                segment.words().stream()
                        .filter(word -> isTold(chunk, word.start(), word.end()))
                        .toList();
        if (words.size() == segment.words().size() || words.isEmpty()) {
            return Optional.of(segment).filter(whole -> !words.isEmpty());
        }
        return Optional.of(
                new Segment(
                        words.get(0).start(),
                        words.get(words.size() - 1).end(),
                        words.stream().map(Word::text).collect(Collectors.joining(" ")),
                        words,
                        segment.speaker(),
                        segment.marks()));
    }

    /** What has its middle on a cut is told by the piece behind it alone. */
    private static boolean isTold(Chunk chunk, double start, double end) {
        double middle = (start + end) / 2;
        boolean isCut = chunk.to() < chunk.end();
        return middle >= chunk.from() && (isCut ? middle < chunk.to() : middle <= chunk.to());
    }

    /** Engines hear in steps that may end behind the recording. */
    private Segment ended(Segment segment) {
        if (segment.end() <= seconds) {
            return segment;
        }
        return new Segment(
                Math.min(segment.start(), seconds),
                seconds,
                segment.text(),
                segment.words().stream().map(this::ended).toList(),
                segment.speaker(),
                segment.marks());
    }

    private Word ended(Word word) {
        return new Word(
                Math.min(word.start(), seconds),
                Math.min(word.end(), seconds),
                word.text(),
                word.probability(),
                word.estimated());
    }
}
