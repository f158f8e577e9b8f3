package auralis.library.transcribe.remote;

import auralis.library.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How servers tell the same. */
enum Dialect {
    /** Words without marks beside the segments. */
    OPENAI,
    /** Pieces of words within the segments, language by code. */
    WHISPERCPP,
    /** Times in whole nanoseconds, no words. */
    LOCALAI,
    /** Duration as a string, segments without words. */
    VLLM,
    /** Text and words, but no segments. */
    SPEACHES,
    /** Text alone. */
    TEXT,
    /** Not even JSON. */
    PLAIN;

    private static final int WORDS_OF_A_SEGMENT = 4;

    String write(List<ToneClock.Heard> heard, double seconds) {
        if (this == PLAIN) {
            return text(heard);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("text", text(heard));
        if (this == TEXT) {
            return Json.write(answer);
        }
        answer.put("task", "transcribe");
        answer.put("language", this == WHISPERCPP ? "en" : "english");
        answer.put("duration", this == VLLM ? String.valueOf(seconds) : (Object) seconds);
        List<Object> segments = new ArrayList<>();
        for (int i = 0; i < heard.size(); i += WORDS_OF_A_SEGMENT) {
            segments.add(segment(heard.subList(i, Math.min(heard.size(), i + WORDS_OF_A_SEGMENT))));
        }
        answer.put("segments", this == SPEACHES ? List.of() : segments);
        if (this == OPENAI || this == SPEACHES) {
            answer.put("words", heard.stream().map(one -> word(one, one.word())).toList());
        }
        return Json.write(answer);
    }

    /** Capitals and marks that words do not have. */
    private static String text(List<ToneClock.Heard> heard) {
        if (heard.isEmpty()) {
            return "";
        }
        String text = String.join(", ", heard.stream().map(ToneClock.Heard::word).toList());
        return " T" + text.substring(1) + ".";
    }

    private Map<String, Object> segment(List<ToneClock.Heard> heard) {
        Map<String, Object> segment = new LinkedHashMap<>();
        segment.put("id", 0);
        segment.put("start", time(heard.get(0).start()));
        segment.put("end", time(heard.get(heard.size() - 1).end()));
        segment.put("text", text(heard));
        if (this == WHISPERCPP) {
            segment.put("words", heard.stream().flatMap(one -> pieces(one).stream()).toList());
        }
        return segment;
    }

    private Object time(double seconds) {
        return this == LOCALAI ? (Object) Math.round(seconds * 1e9) : (Object) seconds;
    }

    private static Map<String, Object> word(ToneClock.Heard heard, String text) {
        return Map.of("word", text, "start", heard.start(), "end", heard.end());
    }

    private static List<Map<String, Object>> pieces(ToneClock.Heard heard) {
        double middle = (heard.start() + heard.end()) / 2;
        String number = heard.word().substring(1);
        return List.of(
                Map.of(
                        "word",
                        " t",
                        "start",
                        heard.start(),
                        "end",
                        middle,
                        "t_dtw",
                        -1,
                        "probability",
                        0.9),
                Map.of(
                        "word",
                        number,
                        "start",
                        middle,
                        "end",
                        heard.end(),
                        "t_dtw",
                        -1,
                        "probability",
                        0.8));
    }
}
