package auralis.app.shell;

import auralis.app.master.MasteringSession;
import auralis.app.master.Outlook;
import auralis.app.play.Side;
import auralis.app.play.Wave;
import auralis.app.play.WaveBar;
import auralis.dsp.Decibels;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.master.MasteredShape;
import auralis.dsp.meter.WaveformSummary;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Has the wave bar show what is heard: the original alone, or the mastered shape over it, at the
 * levels at which they are compared. The mastered shape is an estimate. FX thread only.
 */
final class WavePicture {
    private final WaveBar bar;
    private final MasteringSession mastering;
    private WaveformSummary original; // null while it is unknown

    WavePicture(WaveBar bar, MasteringSession mastering) {
        this.bar = bar;
        this.mastering = mastering;
        mastering.outlook().subscribe(this::draw);
        mastering.side().subscribe(this::draw);
        mastering.matching().subscribe(this::draw);
        mastering.concealed().subscribe(this::draw);
    }

    /**
     * @param summary of the original; null while it is unknown
     */
    void show(WaveformSummary summary) {
        original = summary;
        draw();
    }

    private void draw() {
        Outlook outlook = mastering.outlook().get();
        WaveformSummary picture = picture(outlook);
        boolean heard = mastering.side().get() == Side.MASTERED && !mastering.concealed().get();
        if (picture == null) {
            bar.show(null);
        } else if (heard && outlook.isReady()) {
            bar.show(mastered(picture, outlook));
        } else {
            bar.show(Wave.of(picture));
        }
    }

    /** A mix that was measured has a picture of its own. */
    private WaveformSummary picture(Outlook outlook) {
        return outlook.sound() == Outlook.Sound.FILE || original == null
                ? original
                : outlook.source()
                        .map(Measurements::waveform)
                        .filter(mix -> mix.frames() == original.frames())
                        .orElse(original);
    }

    private Wave mastered(WaveformSummary picture, Outlook outlook) {
        OptionalDouble louderByDb = outlook.louderByDb();
        double matchDb = mastering.matching().get() ? louderByDb.orElse(0) : 0;
        return new Wave(
                picture,
                Optional.of(
                        MasteredShape.estimate(picture, outlook.plan().orElseThrow(), louderByDb)),
                Decibels.toGain(Math.min(0, matchDb)),
                Decibels.toGain(Math.min(0, -matchDb)));
    }
}
