package auralis.app.command;

import auralis.app.platform.OutputChoice;
import auralis.app.platform.OutputDevice;
import auralis.app.platform.SoundOutput;
import auralis.app.platform.SoundOutputs;
import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A device in memory that keeps what it is given, faster than time unless told otherwise. Its
 * buffer stays full until it is drained, so that a renderer that is late is waited for.
 */
final class HeardOutput implements SoundOutput {
    private static final int BUFFER_FRAMES = 1764;

    private final StreamFormat format;
    private final int bitDepth;
    private final float[][] heard;
    private final Room room;
    private int frames;
    private int rests;
    private boolean drained;

    /** What stands for the system: two devices, of which the last that was opened is kept. */
    static final class Room implements SoundOutputs.Device {
        static final int MOST_FRAMES = 10 * 44_100;
        volatile HeardOutput last;
        volatile String opened = "";

        /** Something is being played. */
        final CountDownLatch enough = new CountDownLatch(1);

        private volatile CountDownLatch held = new CountDownLatch(0);
        private volatile boolean keepsTime;

        /** Lets playing take as long as it sounds. */
        void keepTime() {
            keepsTime = true;
        }

        /** Lets playing take for ever. */
        void hold() {
            held = new CountDownLatch(1);
        }

        void release() {
            held.countDown();
        }

        private void enter(double seconds) {
            enough.countDown();
            try {
                held.await();
                if (keepsTime) {
                    TimeUnit.NANOSECONDS.sleep((long) (seconds * 1e9));
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public SoundOutput open(StreamFormat format) throws IOException {
            return open(format, OutputChoice.DEFAULT);
        }

        @Override
        public SoundOutput open(StreamFormat format, OutputChoice choice) {
            opened = choice.deviceId().orElse("default");
            last = new HeardOutput(format, choice.bitDepth().orElse(24), this);
            return last;
        }

        @Override
        public List<OutputDevice> devices() {
            return List.of(device("default", true), device("Speakers [hw:0]", false));
        }

        private static OutputDevice device(String id, boolean systemDefault) {
            return new OutputDevice(id, id, systemDefault, List.of(16, 24), List.of(), 2);
        }
    }

    private HeardOutput(StreamFormat format, int bitDepth, Room room) {
        this.format = format;
        this.bitDepth = bitDepth;
        this.room = room;
        this.heard = new float[format.channels()][Room.MOST_FRAMES];
    }

    /** Planes of what was heard. */
    synchronized float[][] heard() {
        float[][] planes = new float[heard.length][];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = Arrays.copyOf(heard[c], frames);
        }
        return planes;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public StreamFormat format() {
        return format;
    }

    @Override
    public int bitDepth() {
        return bitDepth;
    }

    @Override
    public int write(AudioBlock block) {
        room.enter((double) block.frames() / format.sampleRate());
        return keep(block);
    }

    private synchronized int keep(AudioBlock block) {
        for (int c = 0; c < heard.length; c++) {
            for (int i = 0; i < block.frames(); i++) {
                // Integers know no negative zero.
                heard[c][frames + i] = block.plane(c)[block.from() + i] + 0f;
            }
        }
        frames += block.frames();
        drained = false;
        return block.frames();
    }

    @Override
    public synchronized long written() {
        return frames;
    }

    @Override
    public synchronized long position() {
        return drained ? frames : Math.max(0, frames - BUFFER_FRAMES);
    }

    /** How often it was let run dry. */
    synchronized int rests() {
        return rests;
    }

    @Override
    public synchronized void drain() {
        drained = true;
        rests++;
    }

    @Override
    public synchronized void stop() {
        frames = (int) position();
        drained = true;
    }

    @Override
    public void close() {}
}
