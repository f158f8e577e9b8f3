package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.meter.ChannelPeaks;
import auralis.dsp.meter.Loudness;
import auralis.dsp.meter.LoudnessMeter;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** All meters of one side. Meter thread only. */
final class SideMeters {
    static final int STEPS_PER_SECOND = 100;

    private static final double PEAK_FLOOR_DB = -120;
    private static final double PEAK_HOLD_SECONDS = 2;

    /** What the limiter lets pass at most is no over: it keeps the ceiling within 0.1 dB. */
    private static final double OVER_DB = 0.1;

    /** The gated values, which cost most, change slowly: they are looked at every 200 ms. */
    private static final int GATED_STEPS = 20;

    private final LoudnessMeter loudness = new LoudnessMeter();
    private final ChannelPeaks peaks = new ChannelPeaks();
    private final LiveSpectrum spectrum;
    private final StereoField field;
    private final HeldLevel[] levels;
    private float maxPeak;
    private boolean over;
    private int overs;
    private int steps;
    private Loudness gated;

    SideMeters(StreamFormat format) {
        loudness.prepare(format, Integer.MAX_VALUE);
        peaks.prepare(format);
        spectrum = new LiveSpectrum(format);
        field = new StereoField(format);
        levels = new HeldLevel[format.channels()];
        Arrays.setAll(levels, c -> new HeldLevel(PEAK_FLOOR_DB, PEAK_HOLD_SECONDS));
        gated = loudness.result();
    }

    /** Reads a part of a step of 10 ms. */
    void process(AudioBlock block) {
        loudness.process(block);
        peaks.process(block);
        spectrum.process(block);
        field.process(block);
    }

    /** Ends a step. */
    void step(double ceilingDbtp) {
        float peak = 0;
        for (int c = 0; c < levels.length; c++) {
            float channelPeak = peaks.take(c);
            levels[c].step(Decibels.ofGain(channelPeak));
            peak = Math.max(peak, channelPeak);
        }
        count(peak > Decibels.toGain(ceilingDbtp + OVER_DB));
        maxPeak = Math.max(maxPeak, peak);
        field.step();
        steps++;
        if (steps % GATED_STEPS == 0) {
            gated = loudness.result();
        }
    }

    /** Steps in a row are one over. */
    private void count(boolean overNow) {
        if (overNow && !over) {
            overs++;
        }
        over = overNow;
    }

    void clearOvers() {
        overs = 0;
        over = false;
    }

    SideReading reading() {
        return new SideReading(
                loudness.momentaryLufs(),
                loudness.shortTermLufs(),
                gated.integratedLufs(),
                gated.rangeLu(),
                gated.rangeStable(),
                peaks(),
                maxPeak > 0 ? OptionalDouble.of(Decibels.ofGain(maxPeak)) : OptionalDouble.empty(),
                overs,
                spectrum.levelsDb(),
                field.takePoints(),
                field.correlation());
    }

    private List<SideReading.Peak> peaks() {
        return Stream.of(levels)
                .map(level -> new SideReading.Peak(level.level(), level.held()))
                .toList();
    }

    void reset() {
        loudness.reset();
        peaks.reset();
        spectrum.reset();
        field.reset();
        for (HeldLevel level : levels) {
            level.reset();
        }
        maxPeak = 0;
        steps = 0;
        clearOvers();
        gated = loudness.result();
    }
}
