package auralis.dsp.separate;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;
import auralis.dsp.dynamics.GainReduction;

/**
 * A chain that hears a mix of stems: of the channels it is given, the first two come out as what
 * the chain makes of the mix. The others are left as they are.
 */
public final class StemChain implements AudioProcessor, GainReduction {
    private final StemMixer mixer;
    private final AudioProcessor chain;
    private AudioBlock mixed;

    /**
     * @param chain works on stereo; belongs to this from now on
     */
    public StemChain(StemMix mix, AudioProcessor chain) {
        this.mixer = new StemMixer(mix);
        this.chain = chain;
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        mixed = new AudioBlock(2, maxFrames);
        mixer.prepare(format.sampleRate(), maxFrames);
        chain.prepare(StreamFormat.stereo(format.sampleRate()), maxFrames);
    }

    @Override
    public void process(AudioBlock block) {
        mixed.first(block.frames());
        mixer.mix(block, mixed);
        chain.process(mixed);
        for (int c = 0; c < 2; c++) {
            System.arraycopy(mixed.plane(c), 0, block.plane(c), block.from(), block.frames());
        }
    }

    @Override
    public void reset() {
        mixer.reset();
        chain.reset();
    }

    @Override
    public double reductionDb() {
        return chain instanceof GainReduction meter ? meter.reductionDb() : 0;
    }

    @Override
    public int latency() {
        return chain.latency();
    }
}
