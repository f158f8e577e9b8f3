package auralis.dsp.effect;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Runs effects one after the other. Effects that are off are not there at all, and a rack with
 * nothing to do passes every sample as it is.
 *
 * <p>Foreign code must not end a stream: an effect that throws, or whose output is not finite, is
 * cut out from that block on, until the next {@link #prepare}. Its input goes on in its place, as
 * late as the effect was, so that the latency stays what it is; {@link #failures} tells. One that
 * is not there or cannot be made is left out and told in the same way.
 */
public final class EffectRack implements AudioProcessor {
    private final EffectCatalogue catalogue;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private RackSettings settings;
    private List<RackSlot> slots = List.of();
    private FrameDelay dryDelay = new FrameDelay(0);
    private AudioBlock dry;

    /**
     * @param catalogue where the effects are found
     */
    public EffectRack(RackSettings settings, EffectCatalogue catalogue) {
        this.settings = settings;
        this.catalogue = catalogue;
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        failures.clear();
        slots = settings.isNeutral() ? List.of() : slots(format, maxFrames);
        dry = settings.amount() < 1 ? new AudioBlock(format.channels(), maxFrames) : null;
        dryDelay = new FrameDelay(latency());
        dryDelay.prepare(format, maxFrames);
    }

    private List<RackSlot> slots(StreamFormat format, int maxFrames) {
        List<RackSlot> list = new ArrayList<>();
        for (int i = 0; i < settings.effects().size(); i++) {
            EffectSettings wanted = settings.effects().get(i);
            Optional<AudioEffect> effect = catalogue.find(wanted.effect());
            if (wanted.on() && effect.isEmpty()) {
                failures.add(catalogue.missing(wanted.effect()));
            } else if (wanted.on()) {
                list.add(new RackSlot(effect.get(), i, failures));
            }
        }
        list.removeIf(slot -> !slot.prepare(settings, format, maxFrames));
        return list;
    }

    /**
     * Changes values while a stream runs, between two blocks: each parameter walks to its new
     * value. More than values needs a new rack.
     *
     * @throws IllegalArgumentException when there are other effects, or others are switched on
     */
    public void change(RackSettings changed) {
        if (!withoutValues(changed).equals(withoutValues(settings))) {
            throw new IllegalArgumentException("another rack, not other values");
        }
        settings = changed;
        slots.forEach(slot -> slot.change(changed));
    }

    private static RackSettings withoutValues(RackSettings rack) {
        return rack.withEffects(
                rack.effects().stream()
                        .map(effect -> new EffectSettings(effect.effect(), effect.on(), Map.of()))
                        .toList());
    }

    @Override
    public void process(AudioBlock block) {
        if (slots.isEmpty()) {
            return;
        }
        if (dry != null) {
            dry.first(block.frames()).copyFrom(block);
            dryDelay.process(dry);
        }
        for (int i = 0; i < slots.size(); i++) {
            slots.get(i).process(block);
        }
        if (dry != null) {
            mix(block);
        }
    }

    private void mix(AudioBlock block) {
        double amount = settings.amount();
        for (int c = 0; c < block.channels(); c++) {
            float[] wetPlane = block.plane(c);
            float[] dryPlane = dry.plane(c);
            int from = block.from();
            for (int i = 0; i < block.frames(); i++) {
                double x = dryPlane[i];
                wetPlane[from + i] = (float) (x + amount * (wetPlane[from + i] - x));
            }
        }
    }

    @Override
    public void reset() {
        dryDelay.reset();
        slots.forEach(RackSlot::reset);
    }

    @Override
    public int latency() {
        return slots.stream().mapToInt(RackSlot::latency).sum();
    }

    /** A sentence for each effect that was cut out or is missing; any thread. */
    public List<String> failures() {
        return List.copyOf(failures);
    }
}
