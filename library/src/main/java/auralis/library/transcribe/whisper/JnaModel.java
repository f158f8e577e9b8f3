package auralis.library.transcribe.whisper;

import auralis.dsp.Progress;
import auralis.library.transcribe.engine.Recogniser.Recognition;
import auralis.library.transcribe.whisper.WhisperLibrary.ContextParams;
import auralis.library.transcribe.whisper.WhisperLibrary.FullParams;
import auralis.library.transcribe.whisper.WhisperLibrary.Token;
import auralis.library.transcript.Segment;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The whole of whisper.cpp: words with their times and probabilities, progress, and an end. */
final class JnaModel implements LoadedModel {
    private static final double TICK_SECONDS = 0.01;
    private static final int PROBE_TOKENS = 8;

    /** A 20th of what it listens to otherwise, in 20 ms. */
    private static final int PROBE_CONTEXT = 75;

    private final WhisperLibrary whisper;
    private final GgmlModel model;
    private final String name;
    private final Pointer context;

    JnaModel(WhisperLibrary whisper, GgmlModel model, Path file) throws IOException {
        this.whisper = whisper;
        this.model = model;
        this.name = file.getFileName().toString();
        Pointer defaults = whisper.whisper_context_default_params_by_ref();
        ContextParams.Value params = copy(defaults, new ContextParams.Value());
        whisper.whisper_free_context_params(defaults);
        this.context = whisper.whisper_init_from_file_with_params(file.toString(), params);
        if (context == null) {
            throw new IOException(NativeWhisper.refused(name));
        }
    }

    /**
     * Whether the library is the one whose structures these are.
     *
     * @return what it does when nobody says otherwise
     */
    static boolean fits(WhisperLibrary whisper) {
        FullParams.Value params = defaults(whisper);
        return (params.size() == 264 || Native.POINTER_SIZE == 4)
                && params.strategy == WhisperLibrary.GREEDY
                && params.timeProbability == 0.01f
                && params.timeProbabilitySum == 0.01f
                && params.entropyLimit == 2.4f
                && params.noSpeechLimit == 0.6f
                && params.bestOf == 5
                && params.grammarPenalty == 100f
                && "en".equals(params.language);
    }

    private static FullParams.Value defaults(WhisperLibrary whisper) {
        Pointer defaults = whisper.whisper_full_default_params_by_ref(WhisperLibrary.GREEDY);
        FullParams.Value params = copy(defaults, new FullParams.Value());
        whisper.whisper_free_params(defaults);
        return params;
    }

    private static <T extends Structure> T copy(Pointer from, T to) {
        to.getPointer().write(0, from.getByteArray(0, to.size()), 0, to.size());
        to.read();
        return to;
    }

    @Override
    public Recognition hear(float[] samples, String language, Effort effort, Progress progress)
            throws IOException, InterruptedException {
        Watch watch = new Watch(progress);
        FullParams.Value params = params(language, effort, watch);
        int failure;
        try {
            failure = whisper.whisper_full(context, params, samples, samples.length);
        } finally {
            // Native code knows the callbacks in it, and the collector does not know that.
            Reference.reachabilityFence(params);
        }
        watch.end();
        if (failure != 0) {
            throw new IOException(NativeWhisper.failed(name, failure));
        }
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < whisper.whisper_full_n_segments(context); i++) {
            segments.add(segment(i));
        }
        return new Recognition(Optional.of(language()), segments);
    }

    private FullParams.Value params(String language, Effort effort, Watch watch) {
        FullParams.Value params = defaults(whisper);
        params.threads = LoadedModel.threads();
        params.language = model.isMultilingual() ? Languages.toWhisper(language) : "en";
        params.noContext = 1;
        params.tokenTimes = 1;
        params.suppressNonSpeech = 1;
        params.printProgress = 0;
        params.onProgress = watch::told;
        params.onAbort = watch::asked;
        if (effort == Effort.PROBE) {
            params.temperatureStep = 0;
            params.maxTokens = PROBE_TOKENS;
            params.audioContext = PROBE_CONTEXT;
        }
        return params;
    }

    /** Between the work and the native code, which asks in its own time. */
    private static final class Watch {
        private final Progress progress;
        private int percent;
        private InterruptedException cancelled;

        Watch(Progress progress) {
            this.progress = progress;
            progress.total(100);
        }

        void told(Pointer context, Pointer state, int now, Pointer data) {
            int capped = Math.min(100, now);
            if (capped > percent) {
                progress.advance(capped - percent);
                percent = capped;
            }
        }

        int asked(Pointer data) {
            if (cancelled == null) {
                try {
                    progress.checkpoint();
                } catch (InterruptedException e) {
                    cancelled = e;
                }
            }
            return cancelled == null ? 0 : 1;
        }

        void end() throws InterruptedException {
            if (cancelled != null) {
                throw cancelled;
            }
            told(null, null, 100, null);
        }
    }

    private String language() {
        int id = whisper.whisper_full_lang_id(context);
        Pointer name = model.isMultilingual() ? whisper.whisper_lang_str(id) : null;
        return name == null
                ? Languages.ENGLISH
                : Languages.fromWhisper(name.getString(0, "US-ASCII"));
    }

    private Segment segment(int index) {
        List<Piece> pieces = new ArrayList<>();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        double logProbability = 0;
        int endOfText = whisper.whisper_token_eot(context);
        for (int i = 0; i < whisper.whisper_full_n_tokens(context, index); i++) {
            Token data = whisper.whisper_full_get_token_data(context, index, i);
            if (data.id < endOfText) {
                Piece piece = piece(data, whisper.whisper_full_get_token_text(context, index, i));
                pieces.add(piece);
                text.writeBytes(piece.utf8());
                logProbability += data.logProbability;
            }
        }
        double start = TICK_SECONDS * whisper.whisper_full_get_segment_t0(context, index);
        double end = TICK_SECONDS * whisper.whisper_full_get_segment_t1(context, index);
        return Heard.segment(
                text.toString(StandardCharsets.UTF_8),
                start,
                end,
                Words.of(pieces, start, Math.max(start, end)),
                Suspicion.isUnlikely(logProbability / pieces.size()));
    }

    private static Piece piece(Token data, Pointer text) {
        return new Piece(
                text.getByteArray(0, (int) text.indexOf(0, (byte) 0)),
                data.start * TICK_SECONDS,
                data.end * TICK_SECONDS,
                OptionalDouble.of(data.probability));
    }

    @Override
    public void close() {
        whisper.whisper_free(context);
    }
}
