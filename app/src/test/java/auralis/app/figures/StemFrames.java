package auralis.app.figures;

import auralis.app.platform.SoundOutput;
import auralis.app.platform.SoundOutputs;
import auralis.app.play.PlayItem;
import auralis.app.play.Player;
import auralis.app.play.StemFeed;
import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Decibels;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.separate.StemMix;
import auralis.dsp.separate.StemMix.Strip;
import auralis.dsp.separate.StemStack;
import auralis.library.model.ModelStore;
import auralis.library.separate.SeparationSettings;
import auralis.library.separate.Separations;
import auralis.library.separate.Stems;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Plays the stems of a file from its first frame to its last while their mix is changed every half
 * second, and compares what the device was given with the mixes that were wanted: each frame has to
 * be that of one of them, or on the way from one to the next. {@code docs/bench/player stems} runs
 * it, on a device to which a second is a twentieth of one.
 */
public final class StemFrames {
    private static final int APART = 22_050;
    private static final int FRAMES = 1 << 12;

    /** The longest way from a mix to the next: 20 ms, and what a block holds more. */
    private static final int WAY = 4_096;

    /** Half a step of 24 bits, its dither, and the sum of four floats. */
    private static final double ROUNDING = 4.0 / (1 << 23);

    private final List<StemMix> mixes;
    private volatile int wanted; // shared

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

    /** {@code DATA_FOLDER FILE}. */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        Stems stems =
                separations(data.resolve("stems"))
                        .of(Path.of(arguments[1]), SeparationSettings.CLASSIC, Progress.NONE);
        StemFrames frames = new StemFrames(stems.set().parts().size());
        Path recording = data.resolve("recording");
        int changes = frames.play(Path.of(arguments[1]), stems, recording);
        System.out.printf(Locale.ROOT, "the mix was changed %d times%n", changes);
        frames.compare(recording, stems);
        System.exit(0);
    }

    private int play(Path file, Stems stems, Path recording) throws Exception {
        SoundOutputs hasty = HastyOutput.of(new AtomicLong());
        try (DataOutputStream out =
                        new DataOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(recording)));
                Player player =
                        new Player(
                                new SoundOutputs(f -> new Recorder(hasty.open(f), out)),
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
        long right = 0;
        long onTheWay = 0;
        long foreign = 0;
        int now = 0;
        int since = WAY;
        long frame = 0;
        try (AudioSource source = stems.stack();
                DataInputStream heard =
                        new DataInputStream(
                                new BufferedInputStream(Files.newInputStream(recording)))) {
            AudioBlock block = new AudioBlock(source.format().channels(), FRAMES);
            for (int read = source.read(block); read >= 0; read = source.read(block.all())) {
                for (int i = 0; i < read; i++, frame++, since++) {
                    float[] given = {heard.readFloat(), heard.readFloat()};
                    if (isOf(now, now, block, i, given)) {
                        right++;
                    } else if (isOf(now + 1, now + 1, block, i, given)) {
                        now++;
                        since = 0;
                        right++;
                    } else if (isOf(now, now + 1, block, i, given)
                            || since < WAY && isOf(now - 1, now, block, i, given)) {
                        onTheWay++;
                    } else {
                        foreign++;
                        if (foreign < 5) {
                            System.out.printf(Locale.ROOT, "  frame %d is of no mix%n", frame);
                        }
                    }
                }
            }
            int more = heard.available() / 8;
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
                sum += gain * stems.plane(2 * s + channel)[stems.from() + at];
            }
        }
        return Math.max(-1, Math.min(1, sum));
    }

    /** Remembers what the device was given. */
    private record Recorder(SoundOutput device, DataOutputStream out) implements SoundOutput {
        @Override
        public String name() {
            return device.name();
        }

        @Override
        public StreamFormat format() {
            return device.format();
        }

        @Override
        public int bitDepth() {
            return device.bitDepth();
        }

        @Override
        public boolean audible() {
            return device.audible();
        }

        @Override
        public String problem() {
            return device.problem();
        }

        @Override
        public int write(AudioBlock block) {
            int taken = device.write(block);
            try {
                for (int i = block.from(); i < block.from() + taken; i++) {
                    out.writeFloat(block.plane(0)[i]);
                    out.writeFloat(block.plane(1)[i]);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return taken;
        }

        @Override
        public long written() {
            return device.written();
        }

        @Override
        public long position() {
            return device.position();
        }

        @Override
        public void drain() {
            device.drain();
        }

        @Override
        public void stop() {
            device.stop();
        }

        @Override
        public void close() {
            device.close();
        }
    }

    private static Separations separations(Path folder) {
        ModelStore none = new ModelStore(folder.resolve("models"), Map.of());
        return new Separations(folder, none, List.of());
    }
}
