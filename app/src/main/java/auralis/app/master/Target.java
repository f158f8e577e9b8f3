package auralis.app.master;

import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.MasteringSettings.Loudness;
import java.util.ArrayList;
import java.util.List;

/**
 * A loudness to reach.
 *
 * @param firm whether the user asked for it; otherwise the preset proposes it and loud, dynamic
 *     material may keep its own
 */
record Target(String key, double targetLufs, boolean firm) {
    /** What platforms ask for. */
    private static final List<Target> FIRM =
            List.of(
                    new Target("target.streaming", -14, true),
                    new Target("target.loud", -11, true),
                    new Target("target.cd", -9, true),
                    new Target("target.quiet", -18, true),
                    new Target("target.broadcast", -23, true));

    static Target of(MasteringSettings settings) {
        Loudness loudness = settings.loudness();
        if (!loudness.firm()) {
            return new Target("target.preset", loudness.targetLufs(), false);
        }
        return FIRM.stream()
                .filter(target -> target.targetLufs == loudness.targetLufs())
                .findFirst()
                .orElse(new Target("target.custom", loudness.targetLufs(), true));
    }

    /** The preset's own first, unless it is one that platforms ask for. */
    static List<Target> choices(MasteringSettings preset) {
        List<Target> choices = new ArrayList<>();
        Target own = of(preset);
        if (!FIRM.contains(own)) {
            choices.add(own);
        }
        choices.addAll(FIRM);
        return choices;
    }

    MasteringSettings applyTo(MasteringSettings settings) {
        Loudness old = settings.loudness();
        return settings.withLoudness(new Loudness(old.on(), old.amount(), targetLufs, firm));
    }

    /** As the list of choices writes it. */
    String text() {
        return Texts.text(key, Numbers.tenth(targetLufs));
    }
}
