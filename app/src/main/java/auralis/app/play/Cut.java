package auralis.app.play;

import auralis.dsp.AudioBlock;

/**
 * Makes a jump within the music no click: what the device was given last is heard once more,
 * backwards and fading out, which goes on from its last sample without a step; what comes then
 * fades in. Output thread only.
 */
final class Cut {
    private final AudioBlock last;
    private final Ramp gain;
    private boolean sounding;

    Cut(int channels, int blockFrames) {
        last = new AudioBlock(channels, blockFrames);
        gain = new Ramp(blockFrames, 1);
    }

    /** The device is given this. */
    void sounds(AudioBlock sound) {
        last.first(sound.frames());
        last.copyFrom(sound);
        sounding = true;
    }

    /** The device is given silence or nothing. */
    void rests() {
        sounding = false;
    }

    /** Whether something is to be faded out. */
    boolean isNeeded() {
        return sounding;
    }

    /** What to give the device before the jump; what comes will fade in. */
    AudioBlock fadeOut() {
        for (int c = 0; c < last.channels(); c++) {
            mirror(last.plane(c), last.frames());
        }
        sounding = false;
        gain.snap(0);
        gain.target(1);
        return last;
    }

    private static void mirror(float[] plane, int frames) {
        for (int i = 0, j = frames - 1; i <= j; i++, j--) {
            float first = plane[i];
            plane[i] = plane[j] * j / frames;
            plane[j] = first * i / frames;
        }
    }

    boolean fadesIn() {
        return !gain.settled();
    }

    void fadeIn(AudioBlock sound) {
        for (int i = sound.from(); i < sound.to(); i++) {
            float now = (float) gain.next();
            for (int c = 0; c < sound.channels(); c++) {
                sound.plane(c)[i] *= now;
            }
        }
    }

    /** Nothing was heard before: what comes need not fade in. */
    void forget() {
        sounding = false;
        gain.snap(1);
    }
}
