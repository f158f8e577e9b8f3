package auralis.app.master;

import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.MasteringSettings.Dynamics;
import auralis.dsp.master.MasteringSettings.Loudness;
import auralis.dsp.master.MasteringSettings.Tone;
import auralis.dsp.master.MasteringSettings.Width;
import auralis.dsp.master.Reference;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One value within the settings: how it is read, and the settings with another one. */
record Setting<T>(
        Function<MasteringSettings, T> get,
        BiFunction<MasteringSettings, T, MasteringSettings> with) {

    static final Setting<Double> INTENSITY =
            new Setting<>(MasteringSettings::intensity, MasteringSettings::withIntensity);
    static final Setting<Double> CEILING =
            new Setting<>(s -> s.limiter().ceilingDbtp(), MasteringSettings::withCeiling);
    static final Setting<Boolean> TONE_ON = tone(Tone::on, (t, on) -> tone(t, on, t.amount()));
    static final Setting<Double> TONE_AMOUNT =
            tone(Tone::amount, (t, amount) -> tone(t, t.on(), amount));
    static final Setting<Boolean> DYNAMICS_ON =
            dynamics(Dynamics::on, (d, on) -> new Dynamics(on, d.amount(), d.shape()));
    static final Setting<Double> DYNAMICS_AMOUNT =
            dynamics(Dynamics::amount, (d, amount) -> new Dynamics(d.on(), amount, d.shape()));
    static final Setting<Boolean> WIDTH_ON =
            width(Width::on, (w, on) -> new Width(on, w.amount(), w.width()));
    static final Setting<Double> WIDTH_AMOUNT =
            width(Width::amount, (w, amount) -> new Width(w.on(), amount, w.width()));
    static final Setting<Boolean> LOUDNESS_ON =
            loudness(
                    Loudness::on,
                    (l, on) -> new Loudness(on, l.amount(), l.targetLufs(), l.firm()));
    static final Setting<Double> LOUDNESS_AMOUNT =
            loudness(
                    Loudness::amount,
                    (l, amount) -> new Loudness(l.on(), amount, l.targetLufs(), l.firm()));

    static final Setting<Double> REFERENCE_AMOUNT =
            reference(Reference::amount, Reference::withAmount);
    static final Setting<Boolean> REFERENCE_TONE =
            matched(Reference::tone, (m, on) -> new Matched(on, m.width, m.dynamics, m.loudness));
    static final Setting<Boolean> REFERENCE_WIDTH =
            matched(Reference::width, (m, on) -> new Matched(m.tone, on, m.dynamics, m.loudness));
    static final Setting<Boolean> REFERENCE_DYNAMICS =
            matched(Reference::dynamics, (m, on) -> new Matched(m.tone, m.width, on, m.loudness));
    static final Setting<Boolean> REFERENCE_LOUDNESS =
            matched(Reference::loudness, (m, on) -> new Matched(m.tone, m.width, m.dynamics, on));

    static final Setting<Double> EFFECTS_AMOUNT =
            new Setting<>(
                    s -> s.effects().amount(),
                    (s, amount) -> s.withEffects(s.effects().withAmount(amount)));

    /** What of a reference decides. */
    private record Matched(boolean tone, boolean width, boolean dynamics, boolean loudness) {
        static Matched of(Reference r) {
            return new Matched(r.tone(), r.width(), r.dynamics(), r.loudness());
        }

        Reference applyTo(Reference r) {
            return new Reference(r.tracks(), r.amount(), tone, width, dynamics, loudness);
        }
    }

    private static Setting<Boolean> matched(
            Function<Reference, Boolean> get, BiFunction<Matched, Boolean, Matched> with) {
        return reference(get, (r, on) -> with.apply(Matched.of(r), on).applyTo(r));
    }

    private static <T> Setting<T> reference(
            Function<Reference, T> get, BiFunction<Reference, T, Reference> with) {
        return new Setting<>(
                s -> get.apply(s.reference()),
                (s, value) -> s.withReference(with.apply(s.reference(), value)));
    }

    private static Tone tone(Tone tone, boolean on, double amount) {
        return new Tone(on, amount, tone.bassDb(), tone.presenceDb(), tone.airDb());
    }

    private static <T> Setting<T> tone(Function<Tone, T> get, BiFunction<Tone, T, Tone> with) {
        return new Setting<>(
                s -> get.apply(s.tone()), (s, value) -> s.withTone(with.apply(s.tone(), value)));
    }

    private static <T> Setting<T> dynamics(
            Function<Dynamics, T> get, BiFunction<Dynamics, T, Dynamics> with) {
        return new Setting<>(
                s -> get.apply(s.dynamics()),
                (s, value) -> s.withDynamics(with.apply(s.dynamics(), value)));
    }

    private static <T> Setting<T> width(Function<Width, T> get, BiFunction<Width, T, Width> with) {
        return new Setting<>(
                s -> get.apply(s.width()), (s, value) -> s.withWidth(with.apply(s.width(), value)));
    }

    private static <T> Setting<T> loudness(
            Function<Loudness, T> get, BiFunction<Loudness, T, Loudness> with) {
        return new Setting<>(
                s -> get.apply(s.loudness()),
                (s, value) -> s.withLoudness(with.apply(s.loudness(), value)));
    }
}
