package auralis.dsp.separate;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * What can be told of stems without the originals: whether they add up to the mix, whether there
 * are jumps where blocks meet, how the power is shared, and how much the noise in them has become
 * musical.
 */
final class StemCheck {
    private final AudioSource mix;
    private final long seam;
    private final AudioBlock again;
    private final MusicalNoise[] noise = new MusicalNoise[5];
    private final double[] power = new double[4];
    private final float[][] tail = new float[4][2];
    private double error;
    private double jump;
    private boolean isFinite = true;
    private boolean isFirst = true;

    /**
     * @param mix is read once more, in step with the stems
     */
    StemCheck(StreamFormat format, AudioSource mix) {
        this.mix = mix;
        this.seam = format.sampleRate() / 100;
        this.again = new AudioBlock(format.channels(), 65_536);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = new MusicalNoise();
        }
    }

    void take(List<AudioBlock> stems) throws IOException {
        for (int s = 0; s < power.length; s++) {
            look(s, stems.get(s));
        }
        isFirst = false;
        int frames = stems.get(0).frames();
        for (int at = 0; at < frames; ) {
            int read = mix.read(again.first(Math.min(again.capacity(), frames - at)));
            if (read < 0) {
                throw new IOException("the stems are longer than the mix");
            }
            compare(stems, at, read);
            at += read;
        }
    }

    private void look(int s, AudioBlock stem) {
        float[] plane = stem.plane(0);
        int from = stem.from();
        noise[s].add(plane, from, stem.to());
        for (int i = from; i < stem.to(); i++) {
            power[s] += (double) plane[i] * plane[i];
        }
        isFinite &= !Double.isNaN(power[s]) && !Double.isInfinite(power[s]);
        if (!isFirst && stem.frames() > seam) {
            float bend = bend(tail[s][0], tail[s][1], plane[from]);
            bend = Math.max(bend, bend(tail[s][1], plane[from], plane[from + 1]));
            float usual = 1e-6f;
            for (int i = from + 2; i < from + seam; i++) {
                usual = Math.max(usual, bend(plane[i - 2], plane[i - 1], plane[i]));
            }
            jump = Math.max(jump, bend / usual);
        }
        if (stem.frames() > 1) {
            tail[s][0] = plane[stem.to() - 2];
            tail[s][1] = plane[stem.to() - 1];
        }
    }

    private static float bend(float a, float b, float c) {
        return Math.abs(a - 2 * b + c);
    }

    private void compare(List<AudioBlock> stems, int at, int count) {
        noise[4].add(again.plane(0), 0, count);
        for (int c = 0; c < again.channels(); c++) {
            for (int i = 0; i < count; i++) {
                double sum = -again.plane(c)[i];
                for (AudioBlock stem : stems) {
                    sum += stem.plane(c)[stem.from() + at + i];
                }
                error = Math.max(error, Math.abs(sum));
            }
        }
    }

    /** One line. */
    String result() {
        double all = 1e-30;
        for (double ofStem : power) {
            all += ofStem;
        }
        StringBuilder line = new StringBuilder();
        line.append(isFinite ? "" : " NOT FINITE");
        line.append(String.format(Locale.ROOT, " %.1e %.2f ", error, jump));
        for (int s = 0; s < power.length; s++) {
            double ratio = noise[s].kurtosis() / noise[4].kurtosis();
            line.append(String.format(Locale.ROOT, "  %3.0f%% %.1f", 100 * power[s] / all, ratio));
        }
        return line.toString();
    }
}
