package auralis.app.shell;

import auralis.app.master.Planner;
import auralis.dsp.Progress;
import auralis.dsp.master.LoudnessRestraint;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringSettings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.OptionalDouble;

/** Plans without listening: 4.2 dB up to the target. */
final class FakePlanner implements Planner {
    @Override
    public MasteringPlan plan(Path file, MasteringSettings settings, Progress progress) {
        double targetLufs = settings.loudness().targetLufs();
        return new MasteringPlan(
                true,
                LoudnessRestraint.of(-18.2, 14),
                25,
                Collections.nCopies(25, 0.5),
                0,
                1,
                1,
                4.2,
                settings.limiter().ceilingDbtp(),
                OptionalDouble.of(-3.4),
                OptionalDouble.of(targetLufs),
                OptionalDouble.of(targetLufs),
                0.4,
                MasteringPlan.LimitedBy.NOTHING);
    }
}
