package auralis.app.play;

import auralis.dsp.AudioBlock;

/**
 * Makes one block of the two sides of a track: A/B fade of 15 ms, match and level gains and volume.
 * The fade is linear because the sides are versions of one signal. Gain 1 leaves every bit as it
 * was. Output thread only.
 */
final class Mixer {
    private static final double FADE_SECONDS = 0.015;
    private static final double GENTLE_SECONDS = 1;
    private final Mix mix;
    private final Guidance guidance;
    private final int gentleFrames;
    private final Ramp masteredShare;
    private final Ramp originalGain;
    private final Ramp masteredGain;
    private double volume = 1;

    Mixer(Mix mix, Guidance guidance, int sampleRate) {
        int frames = (int) Math.round(FADE_SECONDS * sampleRate);
        this.gentleFrames = (int) Math.round(GENTLE_SECONDS * sampleRate);
        this.mix = mix;
        this.guidance = guidance;
        this.masteredShare = new Ramp(frames, 0);
        this.originalGain = new Ramp(frames, 1);
        this.masteredGain = new Ramp(frames, 1);
    }

    /** Whether anything of the mastered side was in the last block. */
    boolean hearsMastered() {
        return masteredShare.value() > 0 || !masteredShare.settled();
    }

    /** Whether the mastered side is, or is about to be, heard. */
    boolean wantsMastered() {
        return mix.side() == Side.MASTERED || masteredShare.value() > 0;
    }

    /** Puts the mixture of both blocks into {@code mastered}. */
    void mix(AudioBlock dry, AudioBlock mastered, boolean masteredThere, boolean fresh) {
        aim(masteredThere, fresh);
        if (!masteredShare.settled() || !originalGain.settled() || !masteredGain.settled()) {
            blend(dry, mastered);
        } else if (masteredShare.value() == 0) {
            mastered.copyFrom(dry);
            scale(mastered, (float) originalGain.value());
        } else {
            scale(mastered, (float) masteredGain.value());
        }
    }

    /** Nothing is heard before a fresh start, so nothing needs to be faded from. */
    private void aim(boolean masteredThere, boolean fresh) {
        boolean turned = volume != mix.volume();
        volume = mix.volume();
        boolean gentle = guidance.isNewlyMatched() && !turned && masteredShare.value() == 0;
        boolean mastered = mix.side() == Side.MASTERED && masteredThere;
        aim(masteredShare, mastered ? 1 : 0, fresh);
        double original = volume * guidance.gain(Side.ORIGINAL);
        if (gentle && !fresh) {
            originalGain.target(original, gentleFrames);
        } else {
            aim(originalGain, original, fresh);
        }
        aim(masteredGain, volume * guidance.gain(Side.MASTERED), fresh);
    }

    private static void aim(Ramp ramp, double target, boolean fresh) {
        if (fresh) {
            ramp.snap(target);
        } else {
            ramp.target(target);
        }
    }

    private void blend(AudioBlock dry, AudioBlock mastered) {
        for (int i = 0; i < dry.frames(); i++) {
            double share = masteredShare.next();
            double d = (1 - share) * originalGain.next();
            double m = share * masteredGain.next();
            for (int c = 0; c < dry.channels(); c++) {
                float[] out = mastered.plane(c);
                int at = mastered.from() + i;
                out[at] = (float) (d * dry.plane(c)[dry.from() + i] + m * out[at]);
            }
        }
    }

    private static void scale(AudioBlock block, float gain) {
        if (gain == 1) {
            return;
        }
        for (int c = 0; c < block.channels(); c++) {
            float[] plane = block.plane(c);
            for (int i = block.from(); i < block.to(); i++) {
                plane[i] *= gain;
            }
        }
    }
}
