package auralis.library.transcribe.remote;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sound that tells what time it is: each second is a chord of four tones that spell its number, for
 * 0.8 s, then silence. Whoever gets a piece of it can tell which piece; coding and resampling do
 * not matter. 16 kHz, one channel.
 */
public final class ToneClock {
    /** In Hz. */
    public static final int SAMPLE_RATE = 16_000;

    /** How long a chord sounds, in s. */
    public static final double SOUNDS = 0.8;

    private static final int DIGITS = 4;
    private static final int BASE = 16;
    private static final int STEP_HZ = 50;
    private static final int[] LOWEST_HZ = {300, 1200, 2100, 3000};
    private static final double AMPLITUDE = 0.15;

    /** All tones have whole periods in it. */
    private static final int FRAME = SAMPLE_RATE / 10;

    private static final double FRAME_SECONDS = (double) FRAME / SAMPLE_RATE;

    private ToneClock() {}

    /** A second that is heard, or a part of it. */
    public record Heard(int second, double start, double end) {
        /** The word for it. */
        public String word() {
            return "t" + second;
        }
    }

    /** The samples of one second, -32768..32767. */
    public static short[] second(int number) {
        short[] samples = new short[SAMPLE_RATE];
        for (int i = 0; i < SOUNDS * SAMPLE_RATE; i++) {
            double sum = 0;
            for (int digit = 0; digit < DIGITS; digit++) {
                sum += Math.sin(2 * Math.PI * hz(digit, number) * i / SAMPLE_RATE);
            }
            samples[i] = (short) Math.round(AMPLITUDE * sum * Short.MAX_VALUE);
        }
        return samples;
    }

    private static int hz(int digit, int number) {
        return LOWEST_HZ[digit] + STEP_HZ * (number >> (4 * digit) & BASE - 1);
    }

    /** So many seconds from 0 on, without a header. */
    public static Path writeRaw(Path file, int seconds) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(out, seconds);
        }
        return file;
    }

    /** So many seconds from 0 on. */
    public static Path writeWav(Path file, int seconds) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            int bytes = seconds * SAMPLE_RATE * 2;
            out.write(
                    ByteBuffer.allocate(44)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .put("RIFF".getBytes("ASCII"))
                            .putInt(36 + bytes)
                            .put("WAVEfmt ".getBytes("ASCII"))
                            .putInt(16)
                            .putShort((short) 1)
                            .putShort((short) 1)
                            .putInt(SAMPLE_RATE)
                            .putInt(SAMPLE_RATE * 2)
                            .putShort((short) 2)
                            .putShort((short) 16)
                            .put("data".getBytes("ASCII"))
                            .putInt(bytes)
                            .array());
            write(out, seconds);
        }
        return file;
    }

    private static void write(OutputStream out, int seconds) throws IOException {
        for (int i = 0; i < seconds; i++) {
            ByteBuffer bytes = ByteBuffer.allocate(SAMPLE_RATE * 2).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asShortBuffer().put(second(i));
            out.write(bytes.array());
        }
    }

    /** What is heard in samples, with times from their beginning, right to 0.1 s. */
    public static List<Heard> hear(short[] samples) {
        List<Heard> heard = new ArrayList<>();
        for (int at = 0; at + FRAME <= samples.length; at += FRAME) {
            int number = number(samples, at);
            double start = at * FRAME_SECONDS / FRAME;
            int last = heard.size() - 1;
            if (number >= 0 && last >= 0 && heard.get(last).second() == number) {
                Heard begun = heard.get(last);
                heard.set(last, new Heard(number, begun.start(), start + FRAME_SECONDS));
            } else if (number >= 0) {
                heard.add(new Heard(number, start, start + FRAME_SECONDS));
            }
        }
        return heard;
    }

    /** -1 for a frame that is silent or not clear. */
    private static int number(short[] samples, int at) {
        int number = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            double loudest = 0;
            int found = 0;
            for (int value = 0; value < BASE; value++) {
                double level = level(samples, at, hz(digit, value << (4 * digit)));
                if (level > loudest) {
                    loudest = level;
                    found = value;
                }
            }
            if (loudest < AMPLITUDE / 3) {
                return -1;
            }
            number |= found << (4 * digit);
        }
        return number;
    }

    /** Amplitude of one tone, 0..1 (Goertzel 1958). */
    private static double level(short[] samples, int at, int hz) {
        double turn = 2 * Math.cos(2 * Math.PI * hz / SAMPLE_RATE);
        double last = 0;
        double before = 0;
        for (int i = at; i < at + FRAME; i++) {
            double now = samples[i] + turn * last - before;
            before = last;
            last = now;
        }
        double power = last * last + before * before - turn * last * before;
        return 2 * Math.sqrt(Math.max(0, power)) / FRAME / Short.MAX_VALUE;
    }
}
