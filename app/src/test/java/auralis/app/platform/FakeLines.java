package auralis.app.platform;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** Devices of which a test decides what they are and do, with one line for all. */
final class FakeLines implements Lines {
    final List<OutputDevice> devices = new CopyOnWriteArrayList<>();
    final List<Integer> bitDepths = new ArrayList<>(List.of(16, 24, 32));
    final FakeLine line = new FakeLine();
    volatile Optional<String> asked = Optional.empty();
    volatile boolean inUse;

    /** What lists and opens waits for. */
    volatile CountDownLatch hanging = new CountDownLatch(0);

    FakeLines(String... ids) {
        for (String id : ids) {
            devices.add(device(id));
        }
    }

    static OutputDevice device(String id) {
        boolean systemDefault = id.equals(OutputDevice.DEFAULT_ID);
        return new OutputDevice(id, "The " + id, systemDefault, List.of(16), List.of(), 2);
    }

    @Override
    public List<OutputDevice> devices() {
        await(hanging);
        return List.copyOf(devices);
    }

    @Override
    public SourceDataLine line(Optional<String> deviceId, AudioFormat format)
            throws LineUnavailableException {
        await(hanging);
        asked = deviceId;
        if (devices.isEmpty() || !bitDepths.contains(format.getSampleSizeInBits())) {
            throw new IllegalArgumentException("No line of " + format);
        }
        if (inUse && deviceId.isPresent()) {
            throw new LineUnavailableException("in use");
        }
        return line.proxy();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What of a line the output uses, behind the whole interface. */
    static final class FakeLine {
        final List<String> calls = new CopyOnWriteArrayList<>();
        volatile AudioFormat format;
        volatile int bufferBytes;

        /** Frames of the buffer that are taken before anything is written. */
        volatile int clogged;

        /** Whether what is written is heard at once. */
        volatile boolean plays;

        /** Frames it takes until it is unplugged. */
        volatile int life = Integer.MAX_VALUE;

        volatile long written;
        volatile long heard;

        private SourceDataLine proxy() {
            return (SourceDataLine)
                    Proxy.newProxyInstance(
                            getClass().getClassLoader(),
                            new Class<?>[] {SourceDataLine.class},
                            (proxy, method, args) -> answer(method.getName(), args));
        }

        private Object answer(String call, Object[] args) {
            switch (call) {
                case "open" -> {
                    format = (AudioFormat) args[0];
                    bufferBytes = (Integer) args[1];
                }
                case "getBufferSize" -> {
                    return bufferBytes;
                }
                case "isOpen" -> {
                    return true;
                }
                case "available" -> {
                    return bufferBytes - (int) (clogged + written - heard) * format.getFrameSize();
                }
                case "write" -> {
                    int frames = Math.min(life, (Integer) args[2] / format.getFrameSize());
                    written += frames;
                    heard = plays ? written : heard;
                    return frames * format.getFrameSize();
                }
                case "getLongFramePosition" -> {
                    return heard;
                }
                case "stop" -> {
                    calls.add(call);
                    heard = written;
                }
                default -> calls.add(call);
            }
            return null;
        }
    }
}
