package auralis.app.meter;

import auralis.app.master.MasteringSession;
import auralis.app.master.Outlook;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringSettings;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** What mastering aims at: where the ticks of the scales stand. */
record Aim(double targetLufs, double ceilingDbtp) {
    /** The plan's, while there is one; until then what the settings ask for. */
    static ObservableValue<Aim> of(MasteringSession mastering) {
        return Bindings.createObjectBinding(
                () -> of(mastering.outlook().get(), mastering.settings().get()),
                mastering.outlook(),
                mastering.settings());
    }

    private static Aim of(Outlook outlook, MasteringSettings settings) {
        Optional<MasteringPlan> plan = outlook.plan();
        double target = settings.loudness().targetLufs();
        return new Aim(
                plan.map(p -> p.targetLufs().orElse(target)).orElse(target),
                plan.map(MasteringPlan::ceilingDbtp).orElse(settings.limiter().ceilingDbtp()));
    }
}
