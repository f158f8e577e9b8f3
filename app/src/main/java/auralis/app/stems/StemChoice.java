package auralis.app.stems;

import auralis.app.export.ExportChoice.IfExists;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat;
import auralis.library.export.OutputFormat.Container;
import auralis.library.export.StemRequest.Clipping;
import auralis.library.export.StemRequest.Rest;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How the user wants stems written, wherever they go.
 *
 * @param bitDepth empty: as the source
 */
public record StemChoice(
        NameTemplate name,
        Container container,
        OptionalInt bitDepth,
        Rest rest,
        Clipping clipping,
        IfExists ifExists) {
    public static final StemChoice DEFAULT =
            new StemChoice(
                    new NameTemplate("{name}.{stem}"),
                    OutputFormat.AS_SOURCE.container(),
                    OutputFormat.AS_SOURCE.bitDepth(),
                    Rest.SUBTRACT,
                    Clipping.RESCALE_ALL,
                    IfExists.NUMBER);

    public StemChoice {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(container, "container");
        Objects.requireNonNull(rest, "rest");
        Objects.requireNonNull(clipping, "clipping");
        Objects.requireNonNull(ifExists, "ifExists");
    }

    OutputFormat output() {
        return new OutputFormat(container, bitDepth, OptionalInt.empty());
    }
}
