package auralis.app.browse;

import auralis.app.browse.RemedyList.Remedy;
import auralis.app.browse.RemedyList.Words;
import auralis.app.catalogue.Away;
import auralis.app.text.Texts;
import auralis.library.track.Presence;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tracks whose files cannot be reached, folder by folder, with what can be done about it. What is
 * on a disk that is not connected is not lost, so nothing offers to remove it.
 */
final class MissingView {
    private MissingView() {}

    /**
     * @param onOpen told whose tracks are to be shown
     * @param onLocate told which folder is somewhere else now
     * @param onRemove told which tracks are to be taken out of the library
     */
    static RemedyList<Away> of(
            boolean canLocate,
            Consumer<Away> onOpen,
            Consumer<Away> onLocate,
            Consumer<Away> onRemove) {
        return new RemedyList<>(
                "missing",
                "missing.none",
                MissingView::words,
                onOpen,
                List.of(
                        new Remedy<>("missing.locate", away -> canLocate, onLocate),
                        new Remedy<>("missing.remove", MissingView::isGone, onRemove)));
    }

    private static Words words(Away away) {
        boolean gone = isGone(away);
        return new Words(
                gone ? "mdi2f-folder-remove-outline" : "mdi2p-power-plug-off-outline",
                away.folder().toString(),
                Texts.text(gone ? "missing.gone" : "missing.offline", away.tracks().size()),
                false);
    }

    private static boolean isGone(Away away) {
        return away.presence() == Presence.MISSING;
    }
}
