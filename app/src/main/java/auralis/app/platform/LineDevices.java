package auralis.app.platform;

import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.sound.sampled.LineUnavailableException;

/**
 * The devices of the system. Each question is bounded in time, because a sound server that hangs
 * answers none.
 */
final class LineDevices implements SoundOutputs.Device {
    private static final double ANSWER_SECONDS = 3;

    private final Lines lines;
    private final Cushion cushion = new Cushion();
    private final BoundedCalls calls = new BoundedCalls("sound devices");

    // ---- shared: what was listed last
    private volatile List<OutputDevice> known = List.of();

    LineDevices(Lines lines) {
        this.lines = lines;
    }

    /** Those of last time when the system does not answer. */
    @Override
    public List<OutputDevice> devices() {
        try {
            known = List.copyOf(calls.call(lines::devices, ANSWER_SECONDS, late -> {}));
        } catch (ExecutionException | TimeoutException e) {
            return known;
        }
        return known;
    }

    @Override
    public SoundOutput open(StreamFormat format) throws IOException {
        return open(format, OutputChoice.DEFAULT);
    }

    @Override
    public SoundOutput open(StreamFormat format, OutputChoice choice) throws IOException {
        try {
            return calls.call(() -> find(format, choice), ANSWER_SECONDS, LineOutput::close);
        } catch (TimeoutException e) {
            throw new IOException(
                    "The sound system does not answer. Sound comes back when it does; else restart"
                            + " it.",
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException told) {
                throw told;
            }
            throw new IOException("The sound system fails: " + e.getCause() + ".", e);
        }
    }

    private LineOutput find(StreamFormat format, OutputChoice choice) throws IOException {
        if (choice.deviceId().isEmpty()) {
            return first(Optional.empty(), format, choice);
        }
        String id = choice.deviceId().get();
        Optional<OutputDevice> chosen =
                lines.devices().stream().filter(device -> device.id().equals(id)).findFirst();
        if (chosen.isEmpty()) {
            return instead(id + " is not connected", format, choice);
        }
        try {
            return first(chosen, format, choice);
        } catch (IOException e) {
            return instead(
                    chosen.get().name() + " is in use or does not take " + words(format),
                    format,
                    choice);
        }
    }

    private LineOutput instead(String reason, StreamFormat format, OutputChoice choice)
            throws IOException {
        return first(Optional.empty(), format, choice)
                .problem(reason + "; playing on the " + LineOutput.DEFAULT_NAME + ".");
    }

    /** Opens the device with the first bit depth that it takes. */
    private LineOutput first(
            Optional<OutputDevice> device, StreamFormat format, OutputChoice choice)
            throws IOException {
        Exception refusal = null;
        for (int bitDepth : choice.bitDepths()) {
            try {
                LineOutput output = LineOutput.open(lines, device, format, bitDepth, cushion);
                return output.problem(depthProblem(output, choice));
            } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
                // Without any device AudioSystem throws IllegalArgumentException.
                refusal = e;
            }
        }
        throw new IOException(
                "No sound device takes "
                        + words(format)
                        + ". Connect or switch on a sound device and play again.",
                refusal);
    }

    private static String depthProblem(LineOutput output, OutputChoice choice) {
        int wanted = choice.bitDepth().orElse(output.bitDepth());
        return wanted == output.bitDepth()
                ? ""
                : output.name()
                        + " does not take "
                        + wanted
                        + " bits; playing with "
                        + output.bitDepth()
                        + ".";
    }

    private static String words(StreamFormat format) {
        int channels = format.channels();
        return format.sampleRate()
                + " Hz with "
                + channels
                + (channels == 1 ? " channel" : " channels");
    }
}
