package auralis.library.separate.neural;

import ai.onnxruntime.OnnxTensor;
import auralis.dsp.Progress;
import auralis.library.separate.neural.Port.Content;
import java.io.Closeable;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs one model on one segment: brings sound into the form that the model takes, and back from
 * what it gives. All memory is made once and shared with the runtime. One caller at a time.
 */
final class SegmentModel implements Closeable {
    private final Onnx onnx;
    private final ModelPart part;
    private final Optional<Spectrogram> spectrogram;
    private final Map<Port, FloatBuffer> memory = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> outputs = new LinkedHashMap<>();
    private Scaling ofSound = Scaling.NONE;
    private Scaling ofSpectrum = Scaling.NONE;

    SegmentModel(Onnx onnx, ModelPart part) throws IOException {
        this.onnx = onnx;
        this.part = part;
        this.spectrogram = spectrogram(part);
        for (Port port : part.inputs()) {
            inputs.put(port.name(), tensor(port));
        }
        for (Port port : part.outputs()) {
            outputs.put(port.name(), tensor(port));
        }
    }

    private static Optional<Spectrogram> spectrogram(ModelPart part) {
        return switch (part.dialect()) {
            case WAVEFORM -> Optional.empty();
            case HYBRID -> Optional.of(Spectrogram.hybrid(part.segmentFrames()));
            case MDX -> part.mdx().map(Spectrogram::mdx);
        };
    }

    private OnnxTensor tensor(Port port) throws IOException {
        FloatBuffer values = Onnx.memory(port.size());
        memory.put(port, values);
        return onnx.tensor(values, port);
    }

    ModelPart part() {
        return part;
    }

    /**
     * @param mix left and right, a segment long
     */
    void run(float[][] mix, Progress progress) throws IOException, InterruptedException {
        for (Port port : part.inputs()) {
            if (port.content() == Content.SOUND) {
                putSound(port, mix);
            }
        }
        spectrogram.ifPresent(transform -> putSpectrum(transform, mix));
        if (part.hostNormalises()) {
            ofSound = Scaling.normalise(inputMemory(true));
            ofSpectrum = Scaling.normalise(inputMemory(false));
        }
        onnx.run(inputs, outputs, progress);
    }

    private List<FloatBuffer> inputMemory(boolean sound) {
        return part.inputs().stream()
                .filter(port -> (port.content() == Content.SOUND) == sound)
                .map(memory::get)
                .toList();
    }

    private void putSound(Port port, float[][] mix) {
        FloatBuffer values = memory.get(port);
        for (int c = 0; c < mix.length; c++) {
            values.put(c * part.segmentFrames(), mix[c], 0, part.segmentFrames());
        }
    }

    private void putSpectrum(Spectrogram transform, float[][] mix) {
        for (int c = 0; c < mix.length; c++) {
            List<Spectrogram.Parts> parts = parts(transform, part.inputs(), 0, c);
            transform.forward(mix[c], parts.get(0), parts.get(1));
        }
    }

    /** The real and the imaginary parts of a stem's channel. */
    private List<Spectrogram.Parts> parts(
            Spectrogram transform, List<Port> ports, int stem, int channel) {
        List<Spectrogram.Parts> parts = new ArrayList<>();
        for (Port port : ports) {
            if (port.content() == Content.SPECTRUM) {
                parts.add(parts(transform, port, stem, 2 * channel));
                parts.add(parts(transform, port, stem, 2 * channel + 1));
            } else if (port.content() != Content.SOUND) {
                int place = port.content() == Content.REAL ? 0 : parts.size();
                parts.add(place, parts(transform, port, stem, channel));
            }
        }
        return parts;
    }

    private Spectrogram.Parts parts(Spectrogram transform, Port port, int stem, int channel) {
        int bins = transform.bins();
        int frames = transform.frames();
        return new Spectrogram.Parts(
                memory.get(port),
                stem * port.stride(Axis.STEM, bins, frames)
                        + channel * port.stride(Axis.CHANNEL, bins, frames),
                port.stride(Axis.FREQUENCY, bins, frames),
                port.stride(Axis.TIME, bins, frames));
    }

    /**
     * Fetches what the last run made of a stem.
     *
     * @param sound left and right, a segment long; what was in it is lost
     */
    void fetch(int stem, float[][] sound) {
        for (int c = 0; c < sound.length; c++) {
            getSound(stem, c, sound[c]);
            if (spectrogram.isPresent()) {
                List<Spectrogram.Parts> parts = parts(spectrogram.get(), part.outputs(), stem, c);
                spectrogram.get().addInverse(parts.get(0), parts.get(1), ofSpectrum, sound[c]);
            }
            amplify(sound[c]);
        }
    }

    private void getSound(int stem, int channel, float[] sound) {
        Arrays.fill(sound, 0);
        for (Port port : part.outputs()) {
            if (port.content() == Content.SOUND) {
                int length = part.segmentFrames();
                memory.get(port).get((2 * stem + channel) * length, sound, 0, length);
                for (int i = 0; i < length; i++) {
                    sound[i] = sound[i] * ofSound.gain() + ofSound.offset();
                }
            }
        }
    }

    private void amplify(float[] sound) {
        if (part.mdx().isPresent()) {
            float gain = (float) part.mdx().get().compensate();
            for (int i = 0; i < sound.length; i++) {
                sound[i] *= gain;
            }
        }
    }

    @Override
    public void close() {
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
    }
}
