package auralis.dsp.speech;

import java.util.Arrays;
import java.util.List;

/** Frames of coefficients that tell what a moment of speech sounds like. Immutable. */
public final class Cepstra {
    /** Of a frame. */
    public static final int COEFFICIENTS = 13;

    private final float[] values;

    /**
     * @param values frame after frame; shared with the caller
     */
    Cepstra(float[] values) {
        this.values = values;
    }

    /** The number of frames. */
    public int frames() {
        return values.length / COEFFICIENTS;
    }

    float value(int frame, int coefficient) {
        return values[frame * COEFFICIENTS + coefficient];
    }

    /**
     * Every so many frames as one, their mean; the last may be of fewer. All at once are the same
     * sound at a coarser grain.
     */
    public Cepstra pooled(int of) {
        int frames = frames();
        int count = (frames + of - 1) / of;
        float[] means = new float[count * COEFFICIENTS];
        for (int i = 0; i < count; i++) {
            int to = Math.min(frames, (i + 1) * of);
            for (int frame = i * of; frame < to; frame++) {
                for (int c = 0; c < COEFFICIENTS; c++) {
                    means[i * COEFFICIENTS + c] += value(frame, c) / (to - i * of);
                }
            }
        }
        return new Cepstra(means);
    }

    /** One after the other. */
    public static Cepstra join(List<Cepstra> parts) {
        float[] all = new float[parts.stream().mapToInt(part -> part.values.length).sum()];
        int at = 0;
        for (Cepstra part : parts) {
            System.arraycopy(part.values, 0, all, at, part.values.length);
            at += part.values.length;
        }
        return new Cepstra(all);
    }

    /**
     * With mean 0 and variance 1 of each coefficient (cepstral mean and variance normalisation,
     * Viikki and Laurila 1998): microphones, rooms and voices differ less by that.
     */
    Cepstra normalised() {
        float[] out = values.clone();
        int frames = Math.max(1, frames());
        for (int c = 0; c < COEFFICIENTS; c++) {
            double sum = 0;
            double squares = 0;
            for (int i = c; i < out.length; i += COEFFICIENTS) {
                sum += out[i];
                squares += (double) out[i] * out[i];
            }
            double mean = sum / frames;
            double deviation = Math.sqrt(Math.max(1e-12, squares / frames - mean * mean));
            for (int i = c; i < out.length; i += COEFFICIENTS) {
                out[i] = (float) ((out[i] - mean) / deviation);
            }
        }
        return new Cepstra(out);
    }

    /** The distance of two normalised frames: 1, more or less, for sounds of no relation. */
    float distance(int frame, Cepstra other, int otherFrame) {
        int a = frame * COEFFICIENTS;
        int b = otherFrame * COEFFICIENTS;
        float square = 0;
        for (int c = 0; c < COEFFICIENTS; c++) {
            float difference = values[a + c] - other.values[b + c];
            square += difference * difference;
        }
        return (float) Math.sqrt(square / (2 * COEFFICIENTS));
    }

    /** The frames {@code from <= i < to}. */
    Cepstra part(int from, int to) {
        return new Cepstra(Arrays.copyOfRange(values, from * COEFFICIENTS, to * COEFFICIENTS));
    }
}
