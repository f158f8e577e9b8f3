package auralis.app.playlist;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;

/** Tracks of the list on their way to a playlist. */
final class TrackDrag {
    private static final DataFormat TRACKS = new DataFormat("application/x-auralis-tracks");

    private TrackDrag() {}

    static ClipboardContent content(List<Long> ids) {
        ClipboardContent content = new ClipboardContent();
        content.put(TRACKS, ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
        return content;
    }

    static boolean isIn(Dragboard board) {
        return board.hasContent(TRACKS);
    }

    static List<Long> ids(Dragboard board) {
        String ids = (String) board.getContent(TRACKS);
        return Stream.of(ids.split(",")).map(Long::valueOf).toList();
    }
}
