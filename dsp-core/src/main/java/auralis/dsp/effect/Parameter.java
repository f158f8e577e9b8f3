package auralis.dsp.effect;

/**
 * What can be set on an effect: window, command line and help are made from it.
 *
 * @param id the name in presets and on the command line, with its unit ({@code cutoffHz}): a
 *     letter, then letters and digits
 * @param name for people
 * @param defaultValue what a new effect starts with
 * @param scale how a slider divides the range
 */
public record Parameter(
        String id,
        String name,
        Unit unit,
        double min,
        double max,
        double defaultValue,
        Scale scale) {

    /** What a value is measured in. */
    public enum Unit {
        NONE(""),
        /** 0..1, which people see as percent. */
        FRACTION(""),
        DECIBEL("dB"),
        HERTZ("Hz"),
        MILLISECONDS("ms"),
        SECONDS("s"),
        /** To one, as of a compressor: 4 means 4:1. */
        RATIO(":1");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }

        /** As it stands behind a number; may be empty. */
        public String symbol() {
            return symbol;
        }
    }

    /** How the range is divided. */
    public enum Scale {
        LINEAR,
        /** Equal ratios are equally far apart; min is positive. */
        LOGARITHMIC,
        /** 0 or 1: off or on. */
        SWITCH
    }

    public Parameter {
        if (!id.matches("[A-Za-z][A-Za-z0-9]*") || name.isBlank()) {
            throw new IllegalArgumentException("parameter \"" + id + "\", \"" + name + "\"");
        }
        boolean bounded = min < max && Double.isFinite(min) && Double.isFinite(max);
        if (!bounded || !(defaultValue >= min && defaultValue <= max)) {
            throw new IllegalArgumentException(
                    id + ": " + min + " to " + max + ", default " + defaultValue);
        }
        if (scale == Scale.LOGARITHMIC && min <= 0) {
            throw new IllegalArgumentException(id + ": a logarithmic range from " + min);
        }
        if (scale == Scale.SWITCH && (min != 0 || max != 1)) {
            throw new IllegalArgumentException(id + ": a switch is 0 or 1");
        }
    }

    public static Parameter linear(
            String id, String name, Unit unit, double min, double max, double defaultValue) {
        return new Parameter(id, name, unit, min, max, defaultValue, Scale.LINEAR);
    }

    public static Parameter logarithmic(
            String id, String name, Unit unit, double min, double max, double defaultValue) {
        return new Parameter(id, name, unit, min, max, defaultValue, Scale.LOGARITHMIC);
    }

    /** A share of 0..1. */
    public static Parameter fraction(String id, String name, double defaultValue) {
        return linear(id, name, Unit.FRACTION, 0, 1, defaultValue);
    }

    public static Parameter onOff(String id, String name, boolean on) {
        return new Parameter(id, name, Unit.NONE, 0, 1, on ? 1 : 0, Scale.SWITCH);
    }

    /** The nearest value that is allowed; the default for NaN. */
    public double limit(double value) {
        if (Double.isNaN(value)) {
            return defaultValue;
        }
        double within = Math.max(min, Math.min(max, value));
        return scale == Scale.SWITCH ? Math.rint(within) : within;
    }

    /** Whether a value is allowed as it is. */
    public boolean allows(double value) {
        return limit(value) == value;
    }

    /** Where a value lies on the scale, 0..1. */
    public double position(double value) {
        return scale == Scale.LOGARITHMIC
                ? Math.log(value / min) / Math.log(max / min)
                : (value - min) / (max - min);
    }

    /** The value at a place on the scale, 0..1. */
    public double at(double position) {
        double value =
                scale == Scale.LOGARITHMIC
                        ? min * Math.pow(max / min, position)
                        : min + position * (max - min);
        return limit(value);
    }
}
