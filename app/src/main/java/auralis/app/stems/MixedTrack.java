package auralis.app.stems;

import auralis.app.catalogue.Row;
import auralis.app.play.StemFeed;
import auralis.dsp.AudioBlock;
import auralis.dsp.separate.Stem;
import auralis.dsp.separate.StemMix;
import auralis.dsp.separate.StemStack;
import auralis.library.export.StemSelection;
import auralis.library.separate.StemSet;
import auralis.library.separate.Stems;
import java.io.IOException;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The stems of a track and how they are mixed. FX thread only, but for what the player asks of its
 * feed.
 */
final class MixedTrack implements StemFeed {
    private final Row row;
    private final SeparatorChoice separator;
    private final Stems stems;
    private final ReadOnlyObjectWrapper<StemMix> mix;
    private final StemLevels levels;
    private volatile StemMix heard; // shared

    MixedTrack(Row row, SeparatorChoice separator, Stems stems) {
        this.row = row;
        this.separator = separator;
        this.stems = stems;
        heard = StemMix.neutral(stems.set().parts().size());
        mix = new ReadOnlyObjectWrapper<>(heard);
        levels = new StemLevels(stems.set().parts().size(), stems.set().sampleRate());
    }

    Row row() {
        return row;
    }

    SeparatorChoice separator() {
        return separator;
    }

    Stems files() {
        return stems;
    }

    List<Stem> stems() {
        return stems.set().stems();
    }

    /** Length in seconds. */
    double seconds() {
        StemSet set = stems.set();
        return (double) set.frames() / set.sampleRate();
    }

    /**
     * The peak of a side of a stem in dBFS, behind its fader.
     *
     * @param seconds the place that is heard
     */
    double peakDbfs(int stem, int side, double seconds) {
        return levels.peakDbfs(heard, stem, side, (long) (seconds * stems.set().sampleRate()));
    }

    /** The mix as it is shown. */
    ReadOnlyObjectProperty<StemMix> shown() {
        return mix.getReadOnlyProperty();
    }

    void set(StemMix next) {
        heard = next;
        mix.set(next);
    }

    StemSelection selection() {
        return new StemSelection(separator.settings(), heard);
    }

    // ---- any thread

    @Override
    public StemStack open() throws IOException {
        return stems.stack();
    }

    @Override
    public StemMix mix() {
        return heard;
    }

    @Override
    public void gives(long frame, AudioBlock block) {
        levels.write(frame, block);
    }
}
