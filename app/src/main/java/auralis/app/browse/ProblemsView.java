package auralis.app.browse;

import auralis.app.browse.RemedyList.Words;
import auralis.app.catalogue.Trouble;
import auralis.app.text.Texts;
import java.util.List;
import java.util.function.Consumer;

/** Files that cannot be used, each with the reason and what to do. */
final class ProblemsView {
    private ProblemsView() {}

    /**
     * @param onShow told whose folder is to be shown
     */
    static RemedyList<Trouble> of(Consumer<Trouble> onShow) {
        return new RemedyList<>(
                "problems", "problems.none", ProblemsView::words, onShow, List.of());
    }

    private static Words words(Trouble trouble) {
        return new Words(
                "mdi2a-alert-circle-outline",
                reason(trouble),
                String.valueOf(trouble.file().getParent()),
                true);
    }

    /** Always with the file's name, which most reasons begin with. */
    private static String reason(Trouble trouble) {
        String name = String.valueOf(trouble.file().getFileName());
        return trouble.reason().startsWith(name)
                ? trouble.reason()
                : Texts.text("problems.file", name, trouble.reason());
    }
}
