package auralis.library.separate.neural;

import java.io.IOException;

/** What runs neural models. */
public final class NeuralRuntime {
    private NeuralRuntime() {}

    /**
     * Loads it, and answers its name and version.
     *
     * @throws IOException when it does not run here
     */
    public static String version() throws IOException {
        return "ONNX Runtime " + Natives.environment().getVersion();
    }
}
