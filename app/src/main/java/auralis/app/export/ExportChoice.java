package auralis.app.export;

import auralis.library.export.ExportRequest;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat;
import auralis.library.export.OutputFormat.Container;
import auralis.library.export.OverwritePolicy;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How the user wants files written, wherever they go.
 *
 * @param name how they are called
 * @param bitDepth empty: as the source
 * @param sampleRate in Hz; empty: as the source
 */
public record ExportChoice(
        NameTemplate name,
        Container container,
        OptionalInt bitDepth,
        OptionalInt sampleRate,
        IfExists ifExists) {

    /** What happens with a file that has the name already. */
    public enum IfExists {
        NUMBER(OverwritePolicy.NUMBER),
        SKIP(OverwritePolicy.SKIP),
        REPLACE(OverwritePolicy.REPLACE),
        /** The user decides about each, before anything begins. */
        ASK(OverwritePolicy.NUMBER);

        private final OverwritePolicy policy;

        IfExists(OverwritePolicy policy) {
            this.policy = policy;
        }

        /** What is nearest: here files never make the whole fail. */
        private static IfExists of(OverwritePolicy policy) {
            return switch (policy) {
                case NUMBER, FAIL -> NUMBER;
                case SKIP -> SKIP;
                case REPLACE -> REPLACE;
            };
        }

        /** What it means as long as nobody was asked. */
        public OverwritePolicy policy() {
            return policy;
        }
    }

    public static final ExportChoice DEFAULT =
            new ExportChoice(
                    NameTemplate.SOURCE_NAME,
                    OutputFormat.AS_SOURCE.container(),
                    OutputFormat.AS_SOURCE.bitDepth(),
                    OutputFormat.AS_SOURCE.sampleRate(),
                    IfExists.NUMBER);

    public ExportChoice {
        Objects.requireNonNull(container, "container");
        Objects.requireNonNull(ifExists, "ifExists");
        Objects.requireNonNull(name, "name");
    }

    /** How a file was wished for before. */
    static ExportChoice of(ExportRequest request) {
        OutputFormat output = request.output();
        return new ExportChoice(
                request.name(),
                output.container(),
                output.bitDepth(),
                output.sampleRate(),
                IfExists.of(request.ifExists()));
    }

    OutputFormat output() {
        return new OutputFormat(container, bitDepth, sampleRate);
    }
}
