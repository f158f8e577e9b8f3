package auralis.app.export;

import auralis.app.export.ExportChoice.IfExists;
import auralis.app.text.Texts;

/** What happens with a file that has the name already, in words. */
final class ExistsWords {
    private ExistsWords() {}

    static String of(IfExists policy) {
        return Texts.text(
                switch (policy) {
                    case NUMBER -> "export.exists.number";
                    case SKIP -> "export.exists.skip";
                    case REPLACE -> "export.exists.replace";
                    case ASK -> "export.exists.ask";
                });
    }
}
