package auralis.app.master;

import auralis.dsp.effect.Parameter;
import java.util.function.DoubleUnaryOperator;

/**
 * How the way of a slider is divided into values.
 *
 * @param from one end of the way
 * @param to the other
 * @param step of the wheel and the arrow keys, on the way
 * @param value the round value at a place
 * @param position the place of a value
 */
record SliderScale(
        double from,
        double to,
        double step,
        DoubleUnaryOperator value,
        DoubleUnaryOperator position) {

    /** Significant digits of a value on a logarithmic scale. */
    private static final int DIGITS = 3;

    /** Steps on the way of a parameter, at least. */
    private static final int STEPS = 100;

    /** Values are their own places, on a grid of the step. */
    static SliderScale linear(double min, double max, double step) {
        return new SliderScale(
                min, max, step, at -> onGrid(at, min, max, step), DoubleUnaryOperator.identity());
    }

    static SliderScale of(Parameter parameter) {
        if (parameter.scale() == Parameter.Scale.LOGARITHMIC) {
            return new SliderScale(
                    0,
                    1,
                    1.0 / STEPS,
                    at -> parameter.limit(significant(parameter.at(at))),
                    parameter::position);
        }
        double range = parameter.max() - parameter.min();
        return linear(parameter.min(), parameter.max(), Math.pow(10, exponent(range / STEPS)));
    }

    private static double onGrid(double value, double min, double max, double step) {
        double rounded = Math.round(value / step) * step;
        double clean = Math.round(rounded * 1000) / 1000.0;
        return Math.max(min, Math.min(max, clean));
    }

    private static double significant(double value) {
        double scale = Math.pow(10, DIGITS - 1 - exponent(value));
        return Math.round(value * scale) / scale;
    }

    private static int exponent(double value) {
        return (int) Math.floor(Math.log10(value) + 1e-9);
    }
}
