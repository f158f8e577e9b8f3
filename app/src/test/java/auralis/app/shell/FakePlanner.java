package auralis.app.shell;

import auralis.app.master.Planner;
import auralis.dsp.Progress;
import auralis.dsp.master.LoudnessRestraint;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringSettings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plans without listening: 4.2 dB up to the target. It can be held up before its exact plans, which
 * it then makes even for those who do not want them any more.
 */
final class FakePlanner implements Planner {
    private volatile CountDownLatch gate = new CountDownLatch(0);
    final AtomicInteger exactPlans = new AtomicInteger();
    volatile MasteringSettings wanted = MasteringSettings.ADAPTIVE;

    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    @Override
    public Impression glance(Path file, Progress progress) {
        return settings -> plan(settings, false);
    }

    @Override
    public Plans openInAlbum(Path file, Progress progress) {
        return open(file, progress);
    }

    @Override
    public Plans open(Path file, Progress progress) {
        return new Plans() {
            @Override
            public MasteringPlan provisional(MasteringSettings settings) {
                return plan(settings, false);
            }

            @Override
            public MasteringPlan exact(MasteringSettings settings, Progress asked) {
                waitAtTheGate();
                wanted = settings;
                exactPlans.incrementAndGet();
                return plan(settings, true);
            }
        };
    }

    private void waitAtTheGate() {
        boolean interrupted = false;
        while (gate.getCount() > 0) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static MasteringPlan plan(MasteringSettings settings, boolean exact) {
        double targetLufs = settings.loudness().targetLufs();
        return new MasteringPlan(
                exact,
                LoudnessRestraint.of(-18.2, 14),
                new MasteringPlan.Tone(
                        25, Collections.nCopies(25, 0.5), Collections.nCopies(30, 0.0)),
                MasteringPlan.Dynamics.NEUTRAL,
                MasteringPlan.Effects.NONE,
                new MasteringPlan.Width(1, 1),
                4.2,
                settings.limiter().ceilingDbtp(),
                OptionalDouble.of(-3.4),
                OptionalDouble.of(targetLufs),
                OptionalDouble.of(targetLufs),
                0.4,
                Optional.empty());
    }
}
