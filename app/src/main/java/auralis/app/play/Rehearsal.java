package auralis.app.play;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.engine.ProcessedSource;
import auralis.dsp.master.MasteringChain;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlanner;
import auralis.dsp.master.MasteringSettings;
import auralis.library.Library;
import auralis.library.media.Media;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Masters some seconds of a track into nothing. The virtual machine loads and compiles what it
 * meets for the first time, which a listener would otherwise wait for at the first track.
 */
public final class Rehearsal {
    private static final Logger LOG = System.getLogger(Rehearsal.class.getName());
    private static final int BLOCK = 4_096;
    private static final int SECONDS = 4;

    private Rehearsal() {}

    /**
     * Begins on a thread of its own, which nobody needs to wait for.
     *
     * @param wanted false once there is something to be heard, which is a better rehearsal
     */
    public static void start(
            Library library, Path track, MasteringSettings settings, BooleanSupplier wanted) {
        Thread thread = new Thread(() -> rehearse(library, track, settings, wanted), "rehearsal");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private static void rehearse(
            Library library, Path track, MasteringSettings settings, BooleanSupplier wanted) {
        try {
            Media.rehearse(track);
            MasteringPlan plan =
                    MasteringPlanner.provisional(library.glance(track, Progress.NONE), settings);
            master(track, plan, wanted);
        } catch (IOException | InterruptedException e) {
            LOG.log(Level.WARNING, "there was no rehearsal", e);
        }
    }

    private static void master(Path track, MasteringPlan plan, BooleanSupplier wanted)
            throws IOException {
        try (AudioSource mastered =
                new ProcessedSource(Media.open(track), new MasteringChain(plan))) {
            AudioBlock block = new AudioBlock(mastered.format().channels(), BLOCK);
            long frames = (long) SECONDS * mastered.format().sampleRate();
            for (long done = 0; done < frames && wanted.getAsBoolean(); done += BLOCK) {
                mastered.read(block);
            }
        }
    }
}
