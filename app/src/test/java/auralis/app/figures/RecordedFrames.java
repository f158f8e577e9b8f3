package auralis.app.figures;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.AudioSource;
import auralis.dsp.StreamFormat;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Whether a recording holds every frame of a file, once and in order. {@code docs/bench/player
 * frames} runs it.
 */
public final class RecordedFrames {
    private static final int RATE = 44_100;
    private static final int SEARCHED = 10 * RATE;
    private static final int ALIKE = 64;

    private final IntBuffer heard;
    private final int[] left;
    private final int[] right;
    private long missing;
    private long repeated;
    private long foreign;
    private long silent;
    private int silences;
    private int longestSilence;

    private RecordedFrames(IntBuffer heard, int[] left, int[] right) {
        this.heard = heard;
        this.left = left;
        this.right = right;
    }

    /** {@code write FILE SECONDS} or {@code compare RECORDING FILE}. */
    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "write" -> write(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "compare" -> compare(Path.of(arguments[1]), Path.of(arguments[2]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** FLAC of 16 bits: the number of the frame, its low half left and its high half right. */
    private static void write(Path file, int seconds) throws IOException {
        AudioBlock second = new AudioBlock(2, RATE);
        try (AudioSink sink =
                Media.create(file, StreamFormat.stereo(RATE), new Encoding.Flac(16))) {
            for (int s = 0; s < seconds; s++) {
                for (int i = 0; i < RATE; i++) {
                    int frame = s * RATE + i;
                    second.plane(0)[i] = ((frame & 0xffff) - 32_768) / 32_768f;
                    second.plane(1)[i] = ((frame >> 16) + 16_384) / 32_768f;
                }
                sink.write(second);
            }
            sink.commit();
        }
    }

    /**
     * @param recording raw frames of two samples of 32 bits
     */
    private static void compare(Path recording, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(recording);
                AudioSource source = Media.open(file)) {
            int frames = (int) source.frames().orElseThrow();
            int[][] wanted = new int[2][frames];
            AudioBlock block = new AudioBlock(2, RATE);
            int at = 0;
            for (int read = source.read(block); read >= 0; read = source.read(block)) {
                for (int i = 0; i < read; i++) {
                    wanted[0][at + i] = Math.round(block.plane(0)[i] * (1 << 23)) << 8;
                    wanted[1][at + i] = Math.round(block.plane(1)[i] * (1 << 23)) << 8;
                }
                at += read;
            }
            ByteBuffer bytes =
                    channel.map(MapMode.READ_ONLY, 0, channel.size() / 8 * 8)
                            .order(ByteOrder.LITTLE_ENDIAN);
            new RecordedFrames(bytes.asIntBuffer(), wanted[0], wanted[1]).run(at);
        }
    }

    private void run(int frames) {
        int total = heard.capacity() / 2;
        int at = 0;
        while (at < total && !isRun(at, 0)) {
            at++;
        }
        System.out.printf(
                Locale.ROOT, "%d frames recorded, the first of the file is %d%n", total, at);
        int next = 0;
        int gap = 0;
        long inOrder = 0;
        while (at < total && next < frames) {
            if (equal(at, next)) {
                endSilence(gap, next);
                gap = 0;
                next++;
                inOrder++;
            } else if (isSilent(at)) {
                gap++;
            } else {
                int found = elsewhere(at, next);
                tell(next, found);
                next = found < 0 ? next : found;
                at += found < 0 ? 0 : -1;
            }
            at++;
        }
        System.out.printf(
                Locale.ROOT,
                "%d of %d frames in order; %d missing, %d repeated, %d of something else;"
                        + " %d frames of silence in %d gaps, the longest %d%n",
                inOrder,
                frames,
                missing + (next < frames ? frames - next : 0),
                repeated,
                foreign,
                silent,
                silences,
                longestSilence);
    }

    private void endSilence(int gap, int next) {
        if (gap > 0 && next > 0) {
            silent += gap;
            silences++;
            longestSilence = Math.max(longestSilence, gap);
            System.out.printf(Locale.ROOT, "  silence of %d before frame %d%n", gap, next);
        }
    }

    private void tell(int next, int found) {
        if (found < 0) {
            foreign++;
        } else if (found > next) {
            missing += found - next;
            System.out.printf(Locale.ROOT, "  %d missing at %d%n", found - next, next);
        } else {
            repeated += next - found;
            System.out.printf(Locale.ROOT, "  %d repeated at %d%n", next - found, next);
        }
    }

    private boolean equal(int at, int frame) {
        return heard.get(2 * at) == left[frame] && heard.get(2 * at + 1) == right[frame];
    }

    private boolean isSilent(int at) {
        return heard.get(2 * at) == 0 && heard.get(2 * at + 1) == 0;
    }

    /**
     * Where else in the file what was heard is found, near what was to be heard; -1 for nowhere.
     */
    private int elsewhere(int at, int next) {
        int nearest = -1;
        for (int frame = Math.max(0, next - SEARCHED);
                frame < Math.min(left.length, next + SEARCHED);
                frame++) {
            boolean nearer = nearest < 0 || Math.abs(frame - next) < Math.abs(nearest - next);
            if (nearer && isRun(at, frame)) {
                nearest = frame;
            }
        }
        return nearest;
    }

    private boolean isRun(int at, int frame) {
        int length = Math.min(ALIKE, Math.min(left.length - frame, heard.capacity() / 2 - at));
        int alike = 0;
        while (alike < length && equal(at + alike, frame + alike)) {
            alike++;
        }
        return alike == length;
    }
}
