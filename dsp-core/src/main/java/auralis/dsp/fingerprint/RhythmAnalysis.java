package auralis.dsp.fingerprint;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.Map;
import java.util.Optional;

/** Tempo, steadiness of the beat and density of onsets, from the trace of onset strength. */
final class RhythmAnalysis implements Analysis {
    private static final int LEAST_ONSETS = 4;

    /** So many onsets per second give the greatest density. */
    private static final double FULL_DENSITY = 10;

    private final StreamFormat format;
    private final OnsetStrength strength;
    private long frames;

    RhythmAnalysis(StreamFormat format) {
        this.format = format;
        this.strength = new OnsetStrength(format);
    }

    @Override
    public void process(AudioBlock block) {
        strength.process(block);
        frames += block.frames();
    }

    @Override
    public void describe(Map<Dimension, Double> values) {
        if (frames == 0) {
            return;
        }
        Novelty novelty = strength.novelty();
        int onsets = novelty.onsets();
        double perSecond = onsets / format.seconds(frames);
        values.put(Dimension.TRANSIENT_DENSITY, Math.min(1, perSecond / FULL_DENSITY));
        Optional<Pulse> pulse = onsets < LEAST_ONSETS ? Optional.empty() : Pulse.of(novelty);
        pulse.ifPresent(p -> values.put(Dimension.TEMPO_BPM, p.bpm(novelty.stepsPerSecond())));
        values.put(
                Dimension.RHYTHM_STABILITY,
                pulse.map(p -> new BeatTracker(novelty, p).stability()).orElse(0.0));
    }
}
