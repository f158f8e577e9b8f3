package auralis.dsp.separate;

import auralis.dsp.Decibels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How stems are put together: a strip for each, in the order of the stems. Equal mixes make equal
 * sound.
 */
public record StemMix(List<Strip> strips) {
    /** From here down a stem is not heard. */
    public static final double LEAST_GAIN_DB = -60;

    public static final double MOST_GAIN_DB = 12;
    public static final double MOST_TONE_DB = 12;

    /**
     * What is done to a stem.
     *
     * @param gainDb {@link #LEAST_GAIN_DB}..{@link #MOST_GAIN_DB}
     * @param pan balance of the two channels, -1 (left only)..1 (right only)
     * @param mute whether it is not heard
     * @param solo whether only those are heard of which this is said
     * @param lowDb of the range below 200 Hz, ±{@link #MOST_TONE_DB}
     * @param midDb of the range around 1 kHz
     * @param highDb of the range above 5 kHz
     */
    public record Strip(
            double gainDb,
            double pan,
            boolean mute,
            boolean solo,
            double lowDb,
            double midDb,
            double highDb) {
        /** The stem as it is. */
        public static final Strip NEUTRAL = new Strip(0, 0, false, false, 0, 0, 0);

        public Strip {
            requireWithin(gainDb, LEAST_GAIN_DB, MOST_GAIN_DB);
            requireWithin(pan, -1, 1);
            requireWithin(lowDb, -MOST_TONE_DB, MOST_TONE_DB);
            requireWithin(midDb, -MOST_TONE_DB, MOST_TONE_DB);
            requireWithin(highDb, -MOST_TONE_DB, MOST_TONE_DB);
        }

        private static void requireWithin(double value, double least, double most) {
            if (!(value >= least && value <= most)) {
                throw new IllegalArgumentException(value + " is not within " + least + ".." + most);
            }
        }

        public Strip withGain(double db) {
            return new Strip(db, pan, mute, solo, lowDb, midDb, highDb);
        }

        public Strip withPan(double balance) {
            return new Strip(gainDb, balance, mute, solo, lowDb, midDb, highDb);
        }

        public Strip withMute(boolean on) {
            return new Strip(gainDb, pan, on, solo, lowDb, midDb, highDb);
        }

        public Strip withSolo(boolean on) {
            return new Strip(gainDb, pan, mute, on, lowDb, midDb, highDb);
        }

        public Strip withTone(double low, double mid, double high) {
            return new Strip(gainDb, pan, mute, solo, low, mid, high);
        }

        /** Linear, without mute and solo; the louder side of a balance stays as it is. */
        double gain(int channel) {
            if (gainDb <= LEAST_GAIN_DB) {
                return 0;
            }
            double side = channel == 0 ? 1 - pan : 1 + pan;
            return Decibels.toGain(gainDb) * Math.min(1, side);
        }
    }

    public StemMix {
        strips = List.copyOf(strips);
    }

    /** The stems as they are. */
    public static StemMix neutral(int stems) {
        return new StemMix(Collections.nCopies(stems, Strip.NEUTRAL));
    }

    /** Whether the stems stay as they are. */
    public boolean isNeutral() {
        boolean allSolo = strips.stream().allMatch(Strip::solo);
        return strips.stream()
                .map(strip -> allSolo ? strip.withSolo(false) : strip)
                .allMatch(Strip.NEUTRAL::equals);
    }

    /** Whether a stem is heard at all. */
    public boolean isHeard(int stem) {
        Strip strip = strips.get(stem);
        boolean someSolo = strips.stream().anyMatch(Strip::solo);
        return !strip.mute && (!someSolo || strip.solo) && strip.gainDb > LEAST_GAIN_DB;
    }

    /** The same with another strip for a stem. */
    public StemMix with(int stem, Strip strip) {
        List<Strip> changed = new ArrayList<>(strips);
        changed.set(stem, strip);
        return new StemMix(changed);
    }

    /** The linear gain of a channel of a stem, mute and solo included. */
    double gain(int stem, int channel) {
        return isHeard(stem) ? strips.get(stem).gain(channel) : 0;
    }
}
