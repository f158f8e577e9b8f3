package auralis.app.platform;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Opens the sound output that was chosen, and where there is none, one that keeps time in silence.
 * From any thread; what asks the system takes its time, at most a few seconds.
 */
public final class SoundOutputs implements Closeable {
    private static final long LOOK_SECONDS = 2;

    /** More than a line and a sound server have room for: taking it needs a device that plays. */
    private static final double TRIAL_SECONDS = 1;

    private final Device device;
    private final AtomicLong revision = new AtomicLong();

    // ---- shared
    private volatile OutputChoice choice = OutputChoice.DEFAULT;

    /** What nobody can hear now and would be opened anew; null when nothing is. */
    private volatile StreamFormat unheard;

    // ---- guarded by this
    private ScheduledExecutorService watch;

    // ---- watch only
    private Standing standing;

    /** A way to open a device. */
    @FunctionalInterface
    public interface Device {
        /**
         * @throws IOException with a sentence for the user when there is no such device now
         */
        SoundOutput open(StreamFormat format) throws IOException;

        /** Obeys the choice as far as it can, and tells by the output's problem how far. */
        default SoundOutput open(StreamFormat format, OutputChoice choice) throws IOException {
            return open(format);
        }

        /** What can be chosen, the system default first; empty when there is nothing. */
        default List<OutputDevice> devices() {
            return List.of();
        }
    }

    /** What of the list of devices decides which of them is opened. */
    private record Standing(OutputChoice choice, boolean any, boolean chosen) {
        boolean differs(Standing before) {
            return before != null && before.choice.equals(choice) && !before.equals(this);
        }
    }

    public SoundOutputs(Device device) {
        this.device = device;
    }

    /** The outputs of the system. */
    public static SoundOutputs system() {
        return new SoundOutputs(new LineDevices(new SystemLines()));
    }

    /** The outputs there are now, the system default first; empty when there is none. */
    public List<OutputDevice> devices() {
        return device.devices();
    }

    public OutputChoice choice() {
        return choice;
    }

    /** What {@link #open} is to open from now on; what is open stays as it is. */
    public void choose(OutputChoice wanted) {
        if (!wanted.equals(choice)) {
            choice = wanted;
            revision.incrementAndGet();
        }
    }

    /**
     * Grows whenever {@link #open} may answer something better or other than before: another
     * choice, the chosen device was plugged or unplugged, sound is possible again. Only choices
     * count while nobody watches. Other devices that come and go, and another system default, which
     * the system itself moves the sound to, leave it alone, so that the music goes on.
     */
    public long revision() {
        return revision.get();
    }

    /** Opens the chosen device, else the default with a problem, else the silent one with it. */
    public SoundOutput open(StreamFormat format) {
        try {
            SoundOutput output = device.open(format, choice);
            unheard = null;
            return output;
        } catch (IOException e) {
            return silent(format, e.getMessage());
        }
    }

    /**
     * An output that keeps time and that nobody hears, for a reason told as a sentence. While it is
     * in use the watch tries whether sound is possible again.
     */
    public SoundOutput silent(StreamFormat format, String reason) {
        unheard = format;
        return new SilentOutput(format, reason);
    }

    /** Starts to look for changes every two seconds, on a thread of its own. */
    public synchronized void watch() {
        if (watch == null) {
            watch =
                    Executors.newSingleThreadScheduledExecutor(
                            work -> {
                                Thread daemon = new Thread(work, "sound outputs");
                                daemon.setDaemon(true);
                                return daemon;
                            });
            watch.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Ends the watch. */
    @Override
    public synchronized void close() {
        if (watch != null) {
            watch.shutdown();
            watch = null;
        }
    }

    /** Looks once for changes. One thread at a time. */
    void look() {
        Standing now = standing();
        boolean changed = now.differs(standing);
        standing = now;
        StreamFormat format = unheard;
        if (format != null && plays(format)) {
            unheard = null;
            changed = true;
        }
        if (changed) {
            revision.incrementAndGet();
        }
    }

    private Standing standing() {
        OutputChoice wanted = choice;
        List<OutputDevice> devices = device.devices();
        boolean chosen =
                wanted.deviceId().stream()
                        .anyMatch(id -> devices.stream().anyMatch(d -> d.id().equals(id)));
        return new Standing(wanted, !devices.isEmpty(), chosen);
    }

    /** A device may be there and not play: its server hangs, or it is suspended. */
    private boolean plays(StreamFormat format) {
        try (SoundOutput output = device.open(format, choice)) {
            int frames = (int) format.frames(TRIAL_SECONDS);
            return output.audible()
                    && output.write(new AudioBlock(format.channels(), frames)) == frames;
        } catch (IOException e) {
            return false;
        }
    }
}
