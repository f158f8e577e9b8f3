package auralis.library.transcribe.whisper;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * What is called of whisper.cpp 1.7.1, with its own names ({@code include/whisper.h}). Its {@code
 * bool} is one byte in a structure, and an int as the result of a callback: as a Java boolean it is
 * not seen.
 */
interface WhisperLibrary extends Library {
    int GREEDY = 0;

    Pointer whisper_context_default_params_by_ref();

    void whisper_free_context_params(Pointer params);

    Pointer whisper_full_default_params_by_ref(int strategy);

    void whisper_free_params(Pointer params);

    Pointer whisper_init_from_file_with_params(String path, ContextParams.Value params);

    void whisper_free(Pointer context);

    int whisper_full(Pointer context, FullParams.Value params, float[] samples, int count);

    int whisper_full_lang_id(Pointer context);

    int whisper_lang_max_id();

    Pointer whisper_lang_str(int id);

    int whisper_full_n_segments(Pointer context);

    long whisper_full_get_segment_t0(Pointer context, int segment);

    long whisper_full_get_segment_t1(Pointer context, int segment);

    int whisper_full_n_tokens(Pointer context, int segment);

    Pointer whisper_full_get_token_text(Pointer context, int segment, int token);

    Token.Value whisper_full_get_token_data(Pointer context, int segment, int token);

    int whisper_token_eot(Pointer context);

    /** Told how far it is, in per cent. */
    interface ProgressCallback extends Callback {
        void invoke(Pointer context, Pointer state, int percent, Pointer data);
    }

    /** Asked before each computation whether to stop: 1 stops. */
    interface AbortCallback extends Callback {
        int invoke(Pointer data);
    }

    /** {@code whisper_context_params}. */
    @FieldOrder({
        "useGpu",
        "flashAttention",
        "gpuDevice",
        "dtwTimes",
        "dtwPreset",
        "dtwTop",
        "dtwHeads",
        "dtwHeadsFound",
        "dtwMemory"
    })
    class ContextParams extends Structure {
        public byte useGpu;
        public byte flashAttention;
        public int gpuDevice;
        public byte dtwTimes;
        public int dtwPreset;
        public int dtwTop;
        public SizeT dtwHeads;
        public Pointer dtwHeadsFound;
        public SizeT dtwMemory;

        /** Passed as a copy. */
        public static final class Value extends ContextParams implements Structure.ByValue {}
    }

    /** {@code whisper_full_params}: 264 bytes where pointers have 8. */
    @FieldOrder({
        "strategy",
        "threads",
        "maxTextContext",
        "offsetMs",
        "durationMs",
        "translate",
        "noContext",
        "noTimes",
        "singleSegment",
        "printSpecial",
        "printProgress",
        "printRealtime",
        "printTimes",
        "tokenTimes",
        "timeProbability",
        "timeProbabilitySum",
        "maxLength",
        "splitOnWord",
        "maxTokens",
        "debugMode",
        "audioContext",
        "speakerTurns",
        "suppressRegex",
        "initialPrompt",
        "promptTokens",
        "promptCount",
        "language",
        "detectLanguage",
        "suppressBlank",
        "suppressNonSpeech",
        "temperature",
        "maxInitialTime",
        "lengthPenalty",
        "temperatureStep",
        "entropyLimit",
        "logProbabilityLimit",
        "noSpeechLimit",
        "bestOf",
        "beamSize",
        "patience",
        "onSegment",
        "onSegmentData",
        "onProgress",
        "onProgressData",
        "onEncoder",
        "onEncoderData",
        "onAbort",
        "onAbortData",
        "onLogits",
        "onLogitsData",
        "grammarRules",
        "grammarCount",
        "grammarStart",
        "grammarPenalty"
    })
    class FullParams extends Structure {
        public int strategy;
        public int threads;
        public int maxTextContext;
        public int offsetMs;
        public int durationMs;
        public byte translate;
        public byte noContext;
        public byte noTimes;
        public byte singleSegment;
        public byte printSpecial;
        public byte printProgress;
        public byte printRealtime;
        public byte printTimes;
        public byte tokenTimes;
        public float timeProbability;
        public float timeProbabilitySum;
        public int maxLength;
        public byte splitOnWord;
        public int maxTokens;
        public byte debugMode;
        public int audioContext;
        public byte speakerTurns;
        public Pointer suppressRegex;
        public Pointer initialPrompt;
        public Pointer promptTokens;
        public int promptCount;
        public String language;
        public byte detectLanguage;
        public byte suppressBlank;
        public byte suppressNonSpeech;
        public float temperature;
        public float maxInitialTime;
        public float lengthPenalty;
        public float temperatureStep;
        public float entropyLimit;
        public float logProbabilityLimit;
        public float noSpeechLimit;
        public int bestOf;
        public int beamSize;
        public float patience;
        public Pointer onSegment;
        public Pointer onSegmentData;
        public ProgressCallback onProgress;
        public Pointer onProgressData;
        public Pointer onEncoder;
        public Pointer onEncoderData;
        public AbortCallback onAbort;
        public Pointer onAbortData;
        public Pointer onLogits;
        public Pointer onLogitsData;
        public Pointer grammarRules;
        public SizeT grammarCount;
        public SizeT grammarStart;
        public float grammarPenalty;

        /** Passed as a copy. */
        public static final class Value extends FullParams implements Structure.ByValue {}
    }

    /** {@code whisper_token_data}; times in 10 ms. */
    @FieldOrder({
        "id",
        "timeId",
        "probability",
        "logProbability",
        "timeProbability",
        "timeProbabilitySum",
        "start",
        "end",
        "dtw",
        "voiceLength"
    })
    class Token extends Structure {
        public int id;
        public int timeId;
        public float probability;
        public float logProbability;
        public float timeProbability;
        public float timeProbabilitySum;
        public long start;
        public long end;
        public long dtw;
        public float voiceLength;

        /** Returned as a copy. */
        public static final class Value extends Token implements Structure.ByValue {}
    }

    /** {@code size_t}. */
    final class SizeT extends com.sun.jna.IntegerType {
        private static final long serialVersionUID = 1;

        public SizeT() {
            super(Native.SIZE_T_SIZE, true);
        }
    }
}
