package auralis.app.master;

import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.dsp.effect.Parameter;
import java.util.Locale;

/** The value of an effect's parameter as the window writes it. */
final class ParameterWords {
    private ParameterWords() {}

    static String of(Parameter parameter, double value) {
        return switch (parameter.unit()) {
            case FRACTION -> Numbers.percent(value);
            case DECIBEL -> Texts.text("unit.db", Numbers.tenth(value));
            case HERTZ ->
                    value < 1000
                            ? Texts.text("unit.hz", digits(value))
                            : Texts.text("unit.khz", digits(value / 1000));
            case MILLISECONDS -> Texts.text("unit.ms", digits(value));
            case SECONDS -> Texts.text("unit.s", digits(value));
            case RATIO -> Texts.text("unit.ratio", Numbers.tenth(value));
            case NONE -> digits(value);
        };
    }

    /** Three significant digits where there are decimals. */
    private static String digits(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
        return String.format(Locale.getDefault(), "%." + decimals + "f", value);
    }
}
