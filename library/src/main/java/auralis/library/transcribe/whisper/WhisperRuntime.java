package auralis.library.transcribe.whisper;

import auralis.dsp.Progress;
import auralis.library.worker.ChildTask;
import java.io.IOException;

/** Tells in a child process whether Whisper runs on this computer; answers name and version. */
public final class WhisperRuntime implements ChildTask {
    /** What the parent calls it. */
    public static final String NAME = "whisper-runtime";

    @Override
    public String run(String request, Progress progress) throws IOException {
        return NativeWhisper.get().version();
    }
}
