package auralis.app.browse;

import auralis.app.text.Texts;
import auralis.library.track.Track;
import javafx.css.PseudoClass;

/** The title; of a track that cannot be used, also why. */
final class TitleCell extends TextCell {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    TitleCell() {
        super(TitleCell::words);
    }

    @Override
    protected void updateItem(Track track, boolean empty) {
        super.updateItem(track, empty);
        boolean failed = !empty && track != null && track.problem().isPresent();
        pseudoClassStateChanged(FAILED, failed);
    }

    private static String words(Track track) {
        return track.problem()
                .map(problem -> Texts.text("table.failed", track.title(), reason(track, problem)))
                .orElse(track.title());
    }

    /** Without the file's name in front, which the title tells already. */
    private static String reason(Track track, String problem) {
        String name = track.file().getFileName() + ": ";
        return problem.startsWith(name) ? problem.substring(name.length()) : problem;
    }
}
