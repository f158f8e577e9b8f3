package auralis.library.transcribe.whisper;

import auralis.dsp.Progress;
import auralis.library.json.Json;
import auralis.library.model.Inspection;
import auralis.library.model.Inspection.Findings;
import auralis.library.transcribe.engine.SpeechFile;
import auralis.library.transcribe.whisper.LoadedModel.Effort;
import auralis.library.worker.ChildDiedException;
import auralis.library.worker.ChildProcess;
import auralis.library.worker.ChildTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Tries a Whisper model on a bit of noise, in a child process: a bad one may take that down. */
public final class WhisperProbe implements ChildTask {
    /** What the parent calls it. */
    public static final String NAME = "whisper-probe";

    private static final int SAMPLES = SpeechFile.SAMPLE_RATE * 3 / 2;
    private static final float LEVEL = 0.01f;

    private record Request(Path model) {}

    @Override
    public String run(String request, Progress progress) throws IOException, InterruptedException {
        Path file = Json.read(request, Request.class).model();
        try (LoadedModel model = NativeWhisper.get().open(file)) {
            model.hear(noise(), Languages.ENGLISH, Effort.PROBE, progress);
        }
        return "";
    }

    private static float[] noise() {
        Random random = new Random(1);
        float[] noise = new float[SAMPLES];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = LEVEL * (float) random.nextGaussian();
        }
        return noise;
    }

    /**
     * The parent's side.
     *
     * @param command starts a process that knows this task
     */
    public static Inspection by(List<String> command) {
        return (file, progress) -> {
            WhisperContract contract = WhisperContract.of(GgmlModel.read(file));
            try (ChildProcess child = new ChildProcess(command)) {
                child.request(NAME, Json.write(new Request(file)), progress);
            } catch (ChildDiedException e) {
                throw new IOException(
                        "The process that tried "
                                + file.getFileName()
                                + " "
                                + e.what()
                                + ". The model is damaged, or too large for this computer: get"
                                + " another.",
                        e);
            }
            return new Findings(Json.write(contract), List.of(contract.makes()));
        };
    }
}
