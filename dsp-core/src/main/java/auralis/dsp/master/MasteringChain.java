package auralis.dsp.master;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;
import auralis.dsp.dynamics.Declipper;
import auralis.dsp.dynamics.GainReduction;
import auralis.dsp.dynamics.LimiterSettings;
import auralis.dsp.dynamics.MultibandCompressor;
import auralis.dsp.dynamics.SoftClipper;
import auralis.dsp.dynamics.TransientExpander;
import auralis.dsp.dynamics.TruePeakLimiter;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.effect.EffectRack;
import auralis.dsp.filter.BiquadCascade;
import auralis.dsp.filter.BiquadCoefficients;
import auralis.dsp.filter.BiquadDesign;
import auralis.dsp.filter.FirConvolver;
import auralis.dsp.stereo.StereoWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * The one road from the source's samples to mastered ones: live playback, export and tests run it
 * with the same plan and get the same bits. Mono and stereo.
 *
 * <pre>
 * declipping → rumble filter → tone → multiband compression → transient expansion → effects
 * → width → soft clipping → make-up gain → true-peak limiter</pre>
 *
 * <p>A stage with nothing to do is not there; a neutral plan passes every sample untouched. The
 * limiter is last, so that nothing behind it can pass the ceiling.
 */
public final class MasteringChain implements AudioProcessor, GainReduction {
    /**
     * A seek that lets the chain listen so long before its target gives what a run from the start
     * gives, to −90 dBFS. Effects that remember for longer, such as a large reverb, are exempt.
     */
    public static final double PREROLL_SECONDS = 3;

    private final MasteringPlan plan;
    private final boolean levelled;
    private final EffectRack rack;
    private List<AudioProcessor> stages = List.of();
    private TruePeakLimiter limiter;

    /**
     * @param catalogue where the plan's effects are found
     */
    public MasteringChain(MasteringPlan plan, EffectCatalogue catalogue) {
        this(plan, catalogue, true);
    }

    /** With the effects of the program. */
    public MasteringChain(MasteringPlan plan) {
        this(plan, EffectCatalogue.BUILT_IN);
    }

    private MasteringChain(MasteringPlan plan, EffectCatalogue catalogue, boolean levelled) {
        this.plan = plan;
        this.levelled = levelled;
        this.rack = new EffectRack(plan.effects().rack(), catalogue);
    }

    /**
     * The chain up to and without make-up gain and limiter: what the search of the gain listens to.
     */
    static MasteringChain beforeLevel(MasteringPlan plan, EffectCatalogue catalogue) {
        return new MasteringChain(plan, catalogue, false);
    }

    static LimiterSettings limiterSettings(MasteringPlan plan) {
        return LimiterSettings.defaults(plan.ceilingDbtp())
                .holdingTone(plan.dynamics().lowestToneHz());
    }

    /**
     * @throws IllegalArgumentException for more than two channels
     */
    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        if (format.channels() > 2) {
            throw new IllegalArgumentException(
                    "Mastering works on mono and stereo; this has "
                            + format.channels()
                            + " channels");
        }
        stages = stages(format);
        for (AudioProcessor stage : stages) {
            stage.prepare(format, maxFrames);
        }
    }

    private List<AudioProcessor> stages(StreamFormat format) {
        List<AudioProcessor> list = new ArrayList<>();
        if (plan.isNeutral()) {
            return list;
        }
        MasteringPlan.Dynamics dynamics = plan.dynamics();
        if (dynamics.declipDb() > 0) {
            list.add(new Declipper(dynamics.clippedAtDbfs(), dynamics.declipDb()));
        }
        if (plan.tone().highPassHz() > 0) {
            list.add(new BiquadCascade(rate -> List.of(rumbleFilter(plan.tone(), rate))));
        }
        if (!plan.tone().isFlat()) {
            list.add(new FirConvolver(new ToneCurve(plan.tone()).taps(format.sampleRate())));
        }
        if (dynamics.compression() > 0) {
            list.add(new MultibandCompressor(dynamics.thresholdsDb(), dynamics.compression()));
        }
        if (dynamics.expansion() > 0) {
            list.add(new TransientExpander(dynamics.expansion()));
        }
        if (!plan.effects().isNeutral()) {
            list.add(rack);
        }
        if (format.channels() == 2 && !plan.width().isNeutral()) {
            list.add(new StereoWidth(plan.width().bass(), plan.width().rest()));
        }
        if (dynamics.softClipDb() > 0) {
            list.add(new SoftClipper(dynamics.softClipAtDbfs(), dynamics.softClipDb()));
        }
        if (levelled) {
            list.add(new MakeupGain(plan.gainDb()));
            limiter = new TruePeakLimiter(limiterSettings(plan));
            list.add(limiter);
        }
        return list;
    }

    static BiquadCoefficients rumbleFilter(MasteringPlan.Tone tone, double sampleRate) {
        return BiquadDesign.highPass(tone.highPassHz(), BiquadDesign.BUTTERWORTH_Q, sampleRate);
    }

    @Override
    public void process(AudioBlock block) {
        block.silenceNonFinite();
        for (AudioProcessor stage : stages) {
            stage.process(block);
        }
    }

    @Override
    public void reset() {
        stages.forEach(AudioProcessor::reset);
    }

    /** A sentence for each effect that is missing or had to be left out so far; any thread. */
    public List<String> failures() {
        return rack.failures();
    }

    /** That of the limiter; 0 without one. */
    @Override
    public double reductionDb() {
        return limiter == null ? 0 : limiter.reductionDb();
    }

    @Override
    public int latency() {
        return stages.stream().mapToInt(AudioProcessor::latency).sum();
    }
}
