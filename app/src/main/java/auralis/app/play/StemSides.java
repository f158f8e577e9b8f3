package auralis.app.play;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.engine.PlaybackRenderer;
import auralis.dsp.separate.StemChain;
import auralis.dsp.separate.StemMix;
import auralis.dsp.separate.StemMixer;
import java.util.List;

/**
 * The two sides of a mix of stems. The renderer keeps the stems apart, so that a change of the mix
 * is heard in the very next block; the mastered side is rendered anew from the play head, as after
 * any other change of mastering.
 */
final class StemSides implements Sides {
    // ---- set before start
    private final PlaybackRenderer renderer;
    private final StemFeed feed;

    // ---- conductor only
    private Mastering.Rendering rendering;
    private StemMix rendered;

    // ---- output thread only
    private final StemMixer mixer;
    private final AudioBlock stems;
    private final AudioBlock masteredStems;

    /**
     * @param renderer of what the feed opened
     * @param blockFrames the most that is read at a time
     */
    StemSides(PlaybackRenderer renderer, StemFeed feed, int blockFrames) {
        this.renderer = renderer;
        this.feed = feed;
        int channels = renderer.format().channels();
        this.stems = new AudioBlock(channels, blockFrames);
        this.masteredStems = new AudioBlock(channels, blockFrames);
        this.mixer = new StemMixer(feed.mix());
        mixer.prepare(renderer.format().sampleRate(), blockFrames);
    }

    @Override
    public StreamFormat format() {
        return StreamFormat.stereo(renderer.format().sampleRate());
    }

    @Override
    public void follow(Mastering.Rendering wanted) {
        StemMix mix = feed.mix();
        if (wanted == rendering && (wanted == null || mix.equals(rendered))) {
            return;
        }
        rendering = wanted;
        rendered = mix;
        if (wanted == null) {
            renderer.chain(null, null);
        } else {
            Object plan = wanted.plan() == null ? null : List.of(wanted.plan(), mix);
            renderer.chain(new StemChain(mix, wanted.chain()), plan);
        }
    }

    @Override
    public void begin() {
        mixer.set(feed.mix());
        mixer.reset();
    }

    @Override
    public int read(int generation, AudioBlock dry, AudioBlock mastered, boolean awaitMastered) {
        int frames =
                renderer.read(
                        generation,
                        stems.first(dry.frames()),
                        masteredStems.first(dry.frames()),
                        awaitMastered);
        if (frames <= 0) {
            return frames;
        }
        feed.gives(renderer.position() - frames, stems.first(frames));
        mixer.set(feed.mix());
        mixer.mix(stems, dry.first(frames));
        mastered.first(frames);
        if (renderer.masteredHeard()) {
            for (int c = 0; c < 2; c++) {
                System.arraycopy(masteredStems.plane(c), 0, mastered.plane(c), 0, frames);
            }
        } else {
            mastered.copyFrom(dry);
        }
        return frames;
    }
}
