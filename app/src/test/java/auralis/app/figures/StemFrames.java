package auralis.app.figures;

import auralis.app.platform.ForwardingOutput;
import auralis.app.platform.SoundOutput;
import auralis.app.platform.SoundOutputs;
import auralis.app.play.PlayItem;
import auralis.app.play.Player;
import auralis.app.play.StemFeed;
import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.AudioSource;
import auralis.dsp.Decibels;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.separate.StemMix;
import auralis.dsp.separate.StemMix.Strip;
import auralis.dsp.separate.StemStack;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.model.ModelStore;
import auralis.library.separate.SeparationSettings;
import auralis.library.separate.Separations;
import auralis.library.separate.Stems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Plays the stems of a file from its first frame to its last while their mix is changed every half
 * second, writes down what the device was given, and compares that with the mixes that were wanted:
 * each frame has to be that of one of them, or on the way from one to the next. {@code
 * docs/bench/player stems} and {@code mixer} run it.
 */
public final class StemFrames {
    private static final int RATE = 44_100;
    private static final int APART = RATE / 2;
    private static final int FRAMES = 1 << 12;

    /** The longest way from a mix to the next: 20 ms, and what a block holds more. */
    private static final int WAY = 4_096;

    /** Half a step of 24 bits, its dither, and the sum of four floats. */
    private static final double ROUNDING = 4.0 / (1 << 23);

    private final List<StemMix> mixes;
    private volatile int wanted; // shared

    // ---- of the comparison
    private long frame;
    private long right;
    private long onTheWay;
    private long foreign;
    private int now;
    private int since = WAY;

    private StemFrames(int stems) {
        StemMix all = StemMix.neutral(stems);
        mixes =
                List.of(
                        all,
                        all.with(0, Strip.NEUTRAL.withMute(true)),
                        all.with(1, Strip.NEUTRAL.withGain(-6)),
                        all.with(2, Strip.NEUTRAL.withSolo(true).withGain(-2.5)),
                        all.with(3, Strip.NEUTRAL.withPan(-0.7)).with(1, Strip.NEUTRAL.withPan(1)));
    }

    /**
     * {@code hasty|system DATA_FOLDER FILE GIVEN}: on a device to which a second is a twentieth of
     * one, or on that of the system; what it was given becomes a WAV file.
     */
    public static void main(String[] arguments) throws Exception {
        SoundOutputs outputs =
                arguments[0].equals("system")
                        ? SoundOutputs.system()
                        : HastyOutput.of(new AtomicLong());
        Path data = Path.of(arguments[1]);
        Path file = Path.of(arguments[2]);
        Path given = Path.of(arguments[3]);
        Stems stems =
                separations(data.resolve("stems"))
                        .of(file, SeparationSettings.CLASSIC, Progress.NONE);
        StemFrames frames = new StemFrames(stems.set().parts().size());
        int changes = frames.play(outputs, file, stems, given);
        System.out.printf(Locale.ROOT, "the mix was changed %d times%n", changes);
        frames.compare(given, stems);
        System.exit(0);
    }

    private int play(SoundOutputs outputs, Path file, Stems stems, Path given) throws Exception {
        try (AudioSink out = Media.create(given, StreamFormat.stereo(RATE), new Encoding.Wav(24));
                Player player =
                        new Player(
                                new SoundOutputs(f -> new Recorder(outputs.open(f), out)),
                                other -> {
                                    throw new IOException("nobody asks for " + other);
                                })) {
            player.open(PlayItem.of(file, feed(stems)), true);
            int changes = 0;
            long next = APART;
            while (!player.state().ended()) {
                long position = player.state().positionFrames();
                if (position > next) {
                    changes++;
                    wanted = changes;
                    next = position + APART; // a mix is reached before the next is wanted
                }
                Thread.sleep(1);
            }
            out.commit();
            return changes;
        }
    }

    private StemFeed feed(Stems stems) {
        return new StemFeed() {
            @Override
            public StemStack open() throws IOException {
                return stems.stack();
            }

            @Override
            public StemMix mix() {
                return StemFrames.this.mix(wanted);
            }

            @Override
            public void gives(long frame, AudioBlock stems) {
                // Nobody looks.
            }
        };
    }

    private StemMix mix(int change) {
        return mixes.get(change % mixes.size());
    }

    // ---- what was heard

    private void compare(Path recording, Stems stems) throws IOException {
        try (AudioSource source = stems.stack();
                AudioSource heard = Media.open(recording)) {
            compare(heard, source);
        }
    }

    private void compare(AudioSource heard, AudioSource source) throws IOException {
        AudioBlock wanted = new AudioBlock(source.format().channels(), FRAMES);
        AudioBlock given = new AudioBlock(2, FRAMES);
        for (int read = source.read(wanted); read >= 0; read = source.read(wanted)) {
            fill(given.window(0, read), heard);
            for (int i = 0; i < read; i++) {
                judge(wanted, given, i);
            }
        }
        int more = Math.max(0, heard.read(given));
        System.out.printf(
                Locale.ROOT,
                "%d frames in order: %d of the mix, %d on the way to the next, %d of"
                        + " something else; %d given behind the last; %d mixes heard%n",
                frame,
                right,
                onTheWay,
                foreign,
                more,
                now + 1);
    }

    private static void fill(AudioBlock block, AudioSource source) throws IOException {
        int at = block.from();
        while (at < block.to()) {
            int read = source.read(block.window(at, block.to()));
            if (read < 0) {
                throw new IOException((block.to() - at) + " frames too few were given");
            }
            at += read;
        }
    }

    private void judge(AudioBlock wanted, AudioBlock given, int i) {
        float[] heard = {given.plane(0)[i], given.plane(1)[i]};
        if (isOf(now, now, wanted, i, heard)) {
            right++;
        } else if (isOf(now + 1, now + 1, wanted, i, heard)) {
            now++;
            since = 0;
            right++;
        } else if (isOf(now, now + 1, wanted, i, heard)
                || since < WAY && isOf(now - 1, now, wanted, i, heard)) {
            onTheWay++;
        } else {
            foreign++;
            if (foreign < 5) {
                System.out.printf(Locale.ROOT, "  frame %d is of no mix%n", frame);
            }
        }
        frame++;
        since++;
    }

    /** Whether a frame lies between two mixes, which may be the same. */
    private boolean isOf(int from, int to, AudioBlock stems, int at, float[] given) {
        if (from < 0) {
            return false;
        }
        for (int c = 0; c < 2; c++) {
            double one = mixed(mix(from), stems, at, c);
            double other = mixed(mix(to), stems, at, c);
            if (given[c] < Math.min(one, other) - ROUNDING
                    || given[c] > Math.max(one, other) + ROUNDING) {
                return false;
            }
        }
        return true;
    }

    private static double mixed(StemMix mix, AudioBlock stems, int at, int channel) {
        double sum = 0;
        for (int s = 0; s < mix.strips().size(); s++) {
            if (mix.isHeard(s)) {
                Strip strip = mix.strips().get(s);
                double side = channel == 0 ? 1 - strip.pan() : 1 + strip.pan();
                double gain = Decibels.toGain(strip.gainDb()) * Math.min(1, side);
                sum += gain * stems.plane(2 * s + channel)[at];
            }
        }
        return Math.max(-1, Math.min(1, sum));
    }

    /** Remembers what the device was given. */
    private static final class Recorder extends ForwardingOutput {
        private final AudioSink out;

        Recorder(SoundOutput device, AudioSink out) {
            super(device);
            this.out = out;
        }

        @Override
        public int write(AudioBlock block) {
            int taken = output.write(block);
            try {
                out.write(block.window(block.from(), block.from() + taken));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return taken;
        }
    }

    private static Separations separations(Path folder) {
        ModelStore none = new ModelStore(folder.resolve("models"), Map.of());
        return new Separations(folder, none, List.of());
    }
}
