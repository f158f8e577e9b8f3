import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * Composes and synthesises "Glass River", the demo track: four quiet bars, four full ones, a last
 * chord. Stereo, 44.1 kHz, 16 bit, the same samples on every run and every machine.
 *
 * <pre>
 * java assets/demo/MakeDemo.java glass-river.wav
 * flac --best --no-padding -T TITLE="Glass River" -T ARTIST=Auralis -T ALBUM=Demo \
 *      -T TRACKNUMBER=1 -T GENRE=Electronic -o assets/demo/glass-river.flac glass-river.wav
 * </pre>
 *
 * <p>The mix is left as a mix: -20.2 LUFS, -6 dBTP and 11 LU between intro and chorus (ffmpeg's
 * ebur128), so that mastering has something to do. {@link StrictMath} and seeded generators make it
 * repeatable; {@code Math} may round differently between machines.
 */
final class MakeDemo {
    static final int RATE = 44_100;
    static final double BEAT = 0.5;
    static final double STEP = BEAT / 4;
    static final double BAR = BEAT * 4;
    static final double LENGTH = 20.5;
    static final int INTRO_BARS = 4;
    static final int LAST_BAR = 8;

    /** One bar each: the bass note, then the voices of the pad from low to high. */
    static final String[] CHORDS = {
        "D2 A3 C#4 E4 F#4", "C#2 A3 B3 E4 G#4", "B1 F#3 A3 C#4 D4", "G1 G3 B3 D4 F#4"
    };

    static final String LAST_CHORD = "D2 A3 D4 E4 F#4";

    /** Eight eighths a bar, "." rests. */
    static final String[] INTRO_TUNE = {
        "F#5 . . . E5 . . .", ". . A5 . . . E5 .", "D5 . . . F#5 . . .", ". . B4 . . . A4 ."
    };

    static final String[] TUNE = {
        "F#5 . E5 F#5 . A5 . .",
        "B5 . A5 E5 . . G#5 .",
        "F#5 . D5 F#5 . A5 . C#6",
        "B5 . A5 F#5 . E5 D5 E5"
    };

    /** Sixteen sixteenths a bar, the digit is the loudness of 9. */
    static final String[] KICK = {"9.....7...9.....", "9..5..7...9....4"};

    static final String[] SNARE = {"....9..2....9...", "....9..2.2..9.24"};
    static final String[] HAT = {"5263526352635267", "5263526352635382"};
    static final String[] BASS = {"9..6..8...7.6...", "9..6..8...7.6.5."};

    final Random random = new Random(20);
    final Stereo pads = new Stereo();
    final Stereo mix = new Stereo();
    final Stereo room = new Stereo();

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: java MakeDemo.java OUT.wav");
            System.exit(2);
        }
        Files.write(Path.of(arguments[0]), wav(new MakeDemo().compose()));
    }

    // ---------------------------------------------------------------------------------- the piece

    Stereo compose() {
        for (int bar = 0; bar < LAST_BAR; bar++) {
            String[] chord = CHORDS[bar % CHORDS.length].split(" ");
            if (bar < INTRO_BARS) intro(bar, chord);
            else chorus(bar, chord);
        }
        ending(LAST_BAR * BAR, LAST_CHORD.split(" "));
        duckUnderKick(pads);
        mix.add(pads);
        mix.add(reverb(room));
        mix.fadeOut(2.0);
        return mix;
    }

    void intro(int bar, String[] chord) {
        double start = bar * BAR;
        double growth = 1.5 * bar;
        pad(chord, start, BAR + 0.6, -40 + growth, 900);
        arpeggio(chord, start, 8, -34 + growth);
        tune(INTRO_TUNE[bar], start, -33.5 + growth);
        if (bar == INTRO_BARS - 1) swell(start, BAR, -38);
    }

    void chorus(int bar, String[] chord) {
        double start = bar * BAR;
        int turn = bar % 2;
        pad(chord, start, BAR + 0.3, -31, 2600);
        arpeggio(chord, start, 16, -25);
        tune(TUNE[bar - INTRO_BARS], start, -20.5);
        drums(start, turn);
        bass(hertz(chord[0]), start, BASS[turn]);
        if (bar == INTRO_BARS) crash(start);
    }

    void ending(double start, String[] chord) {
        pad(chord, start, 3.4, -32, 2000);
        arpeggio(chord, start, 8, -26.5);
        tune("D6 . A5 . . F#5 . E5", start, -22.5);
        tune("D5 . . . . . . .", start + BAR, -24.5);
        put(kick(), start, -10, 0, -40);
        put(bassNote(hertz(chord[0]), 2.5), start, -17.5, 0, -40);
        crash(start);
    }

    void pad(String[] chord, double start, double seconds, double gainDb, double cutoffHz) {
        for (int voice = 1; voice < chord.length; voice++) {
            double hertz = hertz(chord[voice]);
            double spread = 0.35 + 0.15 * voice;
            pads.put(padNote(hertz * 1.0021, seconds, cutoffHz), start, gainDb, -spread);
            pads.put(padNote(hertz * 0.9979, seconds, cutoffHz), start, gainDb, spread);
            room.put(padNote(hertz, seconds, cutoffHz), start, gainDb - 4, 0);
        }
    }

    /** The chord's upper voices an octave up, walked up and down in {@code notes} plucks a bar. */
    void arpeggio(String[] chord, double start, int notes, double gainDb) {
        int[] walk = {1, 3, 2, 4, 3, 2, 4, 3};
        for (int note = 0; note < notes; note++) {
            double hertz = 2 * hertz(chord[walk[note % walk.length]]);
            double accentDb = note % 4 == 0 ? 0 : -3 - 2 * random.nextDouble();
            double pan = (note % 2 == 0 ? -0.65 : 0.65) + 0.2 * (random.nextDouble() - 0.5);
            put(
                    pluck(hertz, 1.6),
                    start + BAR * note / notes + lateness(),
                    gainDb + accentDb,
                    pan,
                    -9);
        }
    }

    void tune(String bar, double start, double gainDb) {
        String[] notes = bar.split(" ");
        for (int eighth = 0; eighth < notes.length; eighth++) {
            if (notes[eighth].equals(".")) continue;
            double at = start + eighth * BEAT / 2 + lateness();
            double hertz = hertz(notes[eighth]);
            put(glass(hertz, 2.2), at, gainDb, 0.15, -5);
            put(glass(hertz * 1.003, 2.2), at + 0.375, gainDb - 11, -0.8, -6);
        }
    }

    void drums(double start, int turn) {
        beat(KICK[turn], start, (at, db) -> put(kick(), at, db - 10, 0, -34));
        beat(SNARE[turn], start, (at, db) -> put(snare(), at, db - 13, -0.08, -12));
        beat(HAT[turn], start, (at, db) -> put(hat(0.035), at + lateness(), db - 20.5, 0.4, -20));
    }

    void bass(double hertz, double start, String pattern) {
        beat(pattern, start, (at, db) -> put(bassNote(hertz, 0.42), at, db - 17, 0, -60));
    }

    void crash(double start) {
        put(hat(0.9), start, -29, -0.5, -8);
        put(hat(0.8), start, -29, 0.5, -8);
    }

    /** Filtered noise that rises into the chorus, wide because both sides differ. */
    void swell(double start, double seconds, double gainDb) {
        for (double pan : new double[] {-0.9, 0.9}) {
            double[] noise = bandPass(noise(seconds), 3200, 0.7);
            double[] rise = render(seconds, t -> StrictMath.pow(t / seconds, 3));
            put(product(noise, rise), start, gainDb, pan, -6);
        }
    }

    interface Stroke {
        void at(double seconds, double gainDb);
    }

    static void beat(String pattern, double start, Stroke stroke) {
        for (int step = 0; step < pattern.length(); step++) {
            if (pattern.charAt(step) == '.') continue;
            double swing = step % 2 == 1 ? 0.012 : 0;
            stroke.at(start + step * STEP + swing, 2.2 * (pattern.charAt(step) - '9'));
        }
    }

    /** Nobody plays on the grid: up to 8 ms late. */
    double lateness() {
        return 0.008 * random.nextDouble();
    }

    void put(double[] sound, double start, double gainDb, double pan, double sendDb) {
        mix.put(sound, start, gainDb, pan);
        room.put(sound, start, gainDb + sendDb, pan * 0.5);
    }

    /** The pads breathe with the beat once there is one. */
    static void duckUnderKick(Stereo pads) {
        pads.scale(
                t -> {
                    boolean drums = t >= INTRO_BARS * BAR && t < LAST_BAR * BAR;
                    return drums ? 1 - 0.5 * StrictMath.exp(-(t % (BEAT * 2)) / 0.16) : 1;
                });
    }

    // ---------------------------------------------------------------------------- the instruments

    /** A bell of glass: frequency modulation at a ratio that is no whole number (Chowning 1973). */
    static double[] glass(double hertz, double seconds) {
        return render(
                seconds,
                t -> {
                    double index = 1.9 * StrictMath.exp(-t / 0.18) + 0.15;
                    double modulator = index * sine(3.53 * hertz * t);
                    double body = StrictMath.sin(2 * StrictMath.PI * hertz * t + modulator);
                    double rim = 0.22 * sine(5.404 * hertz * t) * StrictMath.exp(-t / 0.09);
                    return (body + rim) * StrictMath.exp(-t / 0.55) * edges(t, seconds, 0.003, 0.2);
                });
    }

    /** Six partials, rolled off above the cut-off, slowly in and out. */
    static double[] padNote(double hertz, double seconds, double cutoffHz) {
        double[] sum = new double[frames(seconds)];
        for (int partial = 1; partial <= 6; partial++) {
            double f = partial * hertz;
            double level = 1 / (partial * (1 + StrictMath.pow(f / cutoffHz, 2)));
            double drift = 0.7 * partial;
            add(sum, render(seconds, t -> level * sine(f * t + 0.02 * sine(0.31 * t + drift))));
        }
        return product(sum, render(seconds, t -> edges(t, seconds, 0.35, 0.6)));
    }

    /** A plucked string: noise in a tuned, slightly lossy loop (Karplus and Strong 1983). */
    double[] pluck(double hertz, double seconds) {
        double period = RATE / hertz - 0.5; // the averaging below delays by half a sample
        int length = (int) period;
        double[] string = centred(Arrays.copyOf(lowPass(noise(0.05), 3500), length));
        double fraction = period - length;
        double allPass = (1 - fraction) / (1 + fraction);
        double[] out = new double[frames(seconds)];
        double before = 0;
        double in = 0;
        double tuned = 0;
        for (int i = 0; i < out.length; i++) {
            double sample = string[i % length];
            double averaged = 0.5 * (sample + before) * 0.9965;
            tuned = allPass * (averaged - tuned) + in;
            in = averaged;
            before = sample;
            string[i % length] = tuned;
            out[i] = 2.2 * sample;
        }
        return product(out, render(seconds, t -> edges(t, seconds, 0.001, 0.3)));
    }

    /** Without its mean, which a string's loop would keep as an offset. */
    static double[] centred(double[] in) {
        double mean = Arrays.stream(in).sum() / in.length;
        for (int i = 0; i < in.length; i++) in[i] -= mean;
        return in;
    }

    static double[] bassNote(double hertz, double seconds) {
        return render(
                seconds,
                t -> {
                    double wave =
                            sine(hertz * t)
                                    + 0.45 * sine(2 * hertz * t)
                                    + 0.2 * sine(3 * hertz * t);
                    double fade = StrictMath.exp(-t / (seconds * 0.9));
                    return StrictMath.tanh(1.4 * wave * fade) * edges(t, seconds, 0.006, 0.06);
                });
    }

    /** A sine that falls from 170 to 47 Hz; its phase is the integral of that fall. */
    static double[] kick() {
        return render(
                0.42,
                t -> {
                    double fall = 0.032;
                    double cycles = 47 * t + (170 - 47) * fall * (1 - StrictMath.exp(-t / fall));
                    double click = 0.25 * sine(1900 * t) * StrictMath.exp(-t / 0.003);
                    return (sine(cycles) * StrictMath.exp(-t / 0.15) + click)
                            * edges(t, 0.42, 0.001, 0.1);
                });
    }

    double[] snare() {
        double[] wires = bandPass(noise(0.3), 2600, 0.5);
        double[] fade =
                render(0.3, t -> 1.1 * StrictMath.exp(-t / 0.075) * edges(t, 0.3, 0.001, 0.05));
        double[] drum = render(0.3, t -> 0.6 * sine(188 * t) * StrictMath.exp(-t / 0.055));
        return add(product(wires, fade), drum);
    }

    double[] hat(double decay) {
        double seconds = 6 * decay;
        double[] noise = noise(seconds);
        double[] dull = lowPass(lowPass(noise, 7000), 7000);
        for (int i = 0; i < noise.length; i++) noise[i] -= dull[i];
        return product(
                noise,
                render(seconds, t -> StrictMath.exp(-t / decay) * edges(t, seconds, 0.001, decay)));
    }

    // ------------------------------------------------------------------------------ building
    // blocks

    static double[] render(double seconds, DoubleUnaryOperator sound) {
        double[] out = new double[frames(seconds)];
        for (int i = 0; i < out.length; i++) out[i] = sound.applyAsDouble((double) i / RATE);
        return out;
    }

    static double sine(double cycles) {
        return StrictMath.sin(2 * StrictMath.PI * cycles);
    }

    /** Raised-cosine fade in and out, so that nothing clicks. */
    static double edges(double t, double seconds, double attack, double release) {
        double nearest = StrictMath.min(t / attack, (seconds - t) / release);
        return nearest >= 1
                ? 1
                : 0.5 - 0.5 * StrictMath.cos(StrictMath.PI * StrictMath.max(0, nearest));
    }

    double[] noise(double seconds) {
        double[] out = new double[frames(seconds)];
        for (int i = 0; i < out.length; i++) out[i] = 2 * random.nextDouble() - 1;
        return out;
    }

    static double[] lowPass(double[] in, double cutoffHz) {
        double[] out = new double[in.length];
        double step = 1 - StrictMath.exp(-2 * StrictMath.PI * cutoffHz / RATE);
        double state = 0;
        for (int i = 0; i < in.length; i++) out[i] = state += step * (in[i] - state);
        return out;
    }

    /** Two-pole state-variable band-pass, 0 dB at its centre. */
    static double[] bandPass(double[] in, double centreHz, double q) {
        double g = StrictMath.tan(StrictMath.PI * centreHz / RATE);
        double[] out = new double[in.length];
        double low = 0;
        double band = 0;
        for (int i = 0; i < in.length; i++) {
            double middle = (band + g * (in[i] - low)) / (1 + g * (g + 1 / q));
            double bottom = low + g * middle;
            band = 2 * middle - band;
            low = 2 * bottom - low;
            out[i] = middle / q;
        }
        return out;
    }

    /** Eight delay lines in a lossless mixing loop with damping (Jot and Chaigne 1991). */
    static Stereo reverb(Stereo in) {
        int[] lengths = {1327, 1559, 1823, 2081, 2417, 2741, 3163, 3571};
        double decaySeconds = 2.3;
        double damping = 0.32;
        double[][] lines = new double[lengths.length][];
        double[] gains = new double[lengths.length];
        double[] dull = new double[lengths.length];
        Arrays.setAll(lines, line -> new double[lengths[line]]);
        Arrays.setAll(
                gains, line -> StrictMath.pow(10, -3 * lengths[line] / (decaySeconds * RATE)));
        double[] left = diffuse(diffuse(in.left, 241), 557);
        double[] right = diffuse(diffuse(in.right, 263), 601);
        Stereo out = new Stereo();
        for (int i = 0; i < left.length; i++) {
            double sum = 0;
            for (int line = 0; line < lines.length; line++) {
                dull[line] +=
                        (1 - damping) * (gains[line] * lines[line][i % lengths[line]] - dull[line]);
                sum += dull[line];
            }
            for (int line = 0; line < lines.length; line++) {
                boolean isLeft = line % 2 == 0;
                double sign = line % 4 < 2 ? 1 : -1;
                lines[line][i % lengths[line]] =
                        dull[line] - 2 * sum / lines.length + (isLeft ? left[i] : right[i]);
                (isLeft ? out.left : out.right)[i] += 0.5 * sign * dull[line];
            }
        }
        return out;
    }

    /** Schroeder's all-pass: the same spectrum, smeared in time. */
    static double[] diffuse(double[] in, int delay) {
        double gain = 0.62;
        double[] line = new double[delay];
        double[] out = new double[in.length];
        for (int i = 0; i < in.length; i++) {
            double delayed = line[i % delay];
            line[i % delay] = in[i] + gain * delayed;
            out[i] = delayed - gain * line[i % delay];
        }
        return out;
    }

    static double[] add(double[] into, double[] other) {
        for (int i = 0; i < into.length; i++) into[i] += other[i];
        return into;
    }

    static double[] product(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) a[i] *= b[i];
        return a;
    }

    static int frames(double seconds) {
        return (int) StrictMath.round(seconds * RATE);
    }

    /** "A4" is 440 Hz, "C#2" a semitone above the C two octaves below middle C. */
    static double hertz(String note) {
        int octave = note.charAt(note.length() - 1) - '0';
        int key = "C D EF G A B".indexOf(note.charAt(0)) + (note.contains("#") ? 1 : 0);
        return 440 * StrictMath.pow(2, (key - 9) / 12.0 + octave - 4);
    }

    /** Two channels as long as the piece. */
    static final class Stereo {
        final double[] left = new double[frames(LENGTH)];
        final double[] right = new double[frames(LENGTH)];

        /** Adds a sound at equal power; pan from -1 (left) to 1. */
        void put(double[] sound, double start, double gainDb, double pan) {
            double gain = StrictMath.pow(10, gainDb / 20);
            double angle = (pan + 1) * StrictMath.PI / 4;
            double gainLeft = gain * StrictMath.cos(angle);
            double gainRight = gain * StrictMath.sin(angle);
            int offset = frames(start);
            for (int i = 0; i < sound.length && offset + i < left.length; i++) {
                left[offset + i] += gainLeft * sound[i];
                right[offset + i] += gainRight * sound[i];
            }
        }

        void add(Stereo other) {
            MakeDemo.add(left, other.left);
            MakeDemo.add(right, other.right);
        }

        void scale(DoubleUnaryOperator gain) {
            double[] curve = render(LENGTH, gain);
            product(left, curve);
            product(right, curve);
        }

        void fadeOut(double seconds) {
            scale(t -> edges(t, LENGTH, 0.01, seconds));
        }
    }

    /** 16-bit RIFF WAVE with triangular dither, one generator per file. */
    static byte[] wav(Stereo sound) {
        int bytes = sound.left.length * 4;
        ByteBuffer out = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes()).putInt(36 + bytes).put("WAVEfmt ".getBytes()).putInt(16);
        out.putShort((short) 1).putShort((short) 2).putInt(RATE).putInt(RATE * 4);
        out.putShort((short) 4).putShort((short) 16).put("data".getBytes()).putInt(bytes);
        Random dither = new Random(16);
        for (int i = 0; i < sound.left.length; i++) {
            out.putShort(quantise(sound.left[i], dither))
                    .putShort(quantise(sound.right[i], dither));
        }
        return out.array();
    }

    static short quantise(double sample, Random dither) {
        double noise = dither.nextDouble() - dither.nextDouble();
        return (short)
                StrictMath.round(
                        StrictMath.max(-32_768, StrictMath.min(32_767, sample * 32_767 + noise)));
    }
}
