package auralis.app.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What an option may be, told when it is something else. */
final class Usage {
    private Usage() {}

    static void requireWithin(
            CommandSpec spec, String option, double value, int min, int max, String unit) {
        if (!(value >= min && value <= max)) {
            String given = value == Math.rint(value) ? Long.toString((long) value) : "" + value;
            throw of(spec, option, given, min + " to " + max + " " + unit);
        }
    }

    static ParameterException of(CommandSpec spec, String option, String text, String allowed) {
        return wrong(spec, option + " is " + allowed + ", not " + text + ".");
    }

    static ParameterException wrong(CommandSpec spec, String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
