package auralis.library.transcribe.whisper;

import auralis.dsp.Progress;
import auralis.library.transcribe.engine.Recogniser.Recognition;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Segment.Mark;
import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What whisper-jni shows of whisper.cpp: sentences and their times. Times of words are estimated,
 * and there are no probabilities, no progress within a piece and no end before its end.
 */
final class JniModel implements LoadedModel {
    private static final double TICK_SECONDS = 0.01;
    private static final int PROBE_CONTEXT = 75;

    /**
     * What becomes of a character that UTF-8 writes in four bytes, when it is read as Java's own
     * UTF-8: each byte a character, and three characters less at the end of the text. No language
     * writes the second of an emoji's bytes.
     */
    private static final Pattern BROKEN =
            Pattern.compile(
                    "[\u00f0-\u00f4](?:[\u0080-\u009f][\u0080-\u00bf]{0,2}|[\u0080-\u00bf]{3})");

    private final WhisperJNI whisper = new WhisperJNI();
    private final GgmlModel model;
    private final String name;
    private final WhisperContext context;

    JniModel(GgmlModel model, Path file) throws IOException {
        this.model = model;
        this.name = file.getFileName().toString();
        this.context = whisper.init(file);
        if (context == null) {
            throw new IOException(NativeWhisper.refused(name));
        }
    }

    @Override
    public Recognition hear(float[] samples, String language, Effort effort, Progress progress)
            throws IOException, InterruptedException {
        progress.total(100);
        progress.checkpoint();
        int failure = whisper.full(context, params(language, effort), samples, samples.length);
        if (failure != 0) {
            throw new IOException(NativeWhisper.failed(name, failure));
        }
        progress.checkpoint();
        progress.advance(100);
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < whisper.fullNSegments(context); i++) {
            segments.add(segment(i, samples));
        }
        return new Recognition(known(language), segments);
    }

    private WhisperFullParams params(String language, Effort effort) {
        // The constructor without it asks for beams.
        WhisperFullParams params = new WhisperFullParams(WhisperSamplingStrategy.GREEDY);
        params.nThreads = LoadedModel.threads();
        params.language = model.isMultilingual() ? Languages.toWhisper(language) : "en";
        params.noContext = true;
        params.suppressNonSpeechTokens = true;
        params.printProgress = false;
        params.printTimestamps = false;
        if (effort == Effort.PROBE) {
            params.temperatureInc = 0;
            params.audioCtx = PROBE_CONTEXT;
        }
        return params;
    }

    /** Which language it detects it does not tell. */
    private Optional<String> known(String language) {
        if (!model.isMultilingual()) {
            return Optional.of(Languages.ENGLISH);
        }
        return language.equals(Languages.AUTO) ? Optional.empty() : Optional.of(language);
    }

    private Segment segment(int index, float[] samples) {
        String told = whisper.fullGetSegmentText(context, index);
        String text = mended(told);
        double start = TICK_SECONDS * whisper.fullGetSegmentTimestamp0(context, index);
        double end = TICK_SECONDS * whisper.fullGetSegmentTimestamp1(context, index);
        Segment segment =
                Heard.segment(
                        text,
                        start,
                        end,
                        EstimatedWords.of(text, start, Math.max(start, end), samples),
                        false);
        return text.equals(told) ? segment : segment.marked(Mark.SUSPICIOUS);
    }

    /** Whole characters where all their bytes are there, none where some are lost. */
    static String mended(String told) {
        return BROKEN.matcher(told)
                .replaceAll(
                        broken -> {
                            byte[] bytes = broken.group().getBytes(StandardCharsets.ISO_8859_1);
                            return bytes.length == 4
                                    ? new String(bytes, StandardCharsets.UTF_8)
                                    : "";
                        });
    }

    @Override
    public void close() {
        whisper.free(context);
    }
}
