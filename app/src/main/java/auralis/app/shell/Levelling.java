package auralis.app.shell;

import auralis.app.catalogue.Row;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.master.MasteringSession;
import auralis.app.master.Outlook;
import auralis.app.play.Player;
import auralis.app.play.Side;
import auralis.app.prefs.PlaybackPreferences;
import auralis.app.prefs.VolumeMatching;
import auralis.dsp.meter.Gains.Gain;
import auralis.library.AlbumKey;
import auralis.library.Library;
import auralis.library.track.Track;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/**
 * Has the player play the open track and the one that follows as loud as others, in the way that
 * the user prefers. FX thread only.
 */
final class Levelling {
    private final Player player;
    private final MasteringSession mastering;
    private final ObservableValue<PlaybackPreferences> preferences;
    private final Library library;
    private final Latest albums;
    private Piece current; // null before the first
    private Piece coming; // null for none

    /** A track in the player. */
    private static final class Piece {
        private final Row row;
        private final long number;
        private Side begun; // the side that was heard first
        private boolean joined; // it goes on with the album of the track before
        private boolean leads; // its album goes on with the next
        private List<Track> album = List.of(); // empty until it is known
        private Optional<TrackLevel.Mastered> mastered = Optional.empty();
        private Subscription facts = Subscription.EMPTY;

        Piece(Row row, long number, Side begun) {
            this.row = row;
            this.number = number;
            this.begun = begun;
        }

        boolean goesOnTo(Piece next) {
            return AlbumKey.goesOn(row.track(), next.row.track());
        }
    }

    Levelling(
            Player player,
            MasteringSession mastering,
            ObservableValue<PlaybackPreferences> preferences,
            Library library,
            ExecutorService workers) {
        this.player = player;
        this.mastering = mastering;
        this.preferences = preferences;
        this.library = library;
        this.albums = new Latest(workers);
        preferences.subscribe(this::look);
        mastering.side().subscribe(this::apply);
        mastering.onMatched(this::matched);
    }

    /**
     * Turns to a track that was opened, or gone on with.
     *
     * @param number the player's
     */
    void open(Row row, long number) {
        Piece before = current;
        boolean announced = coming != null && coming.number == number;
        current = announced ? coming : watched(row, number);
        current.begun = mastering.side().get();
        current.joined = before != null && continues(before, current);
        if (!announced) {
            drop(coming);
        }
        coming = null;
        drop(before);
        look();
    }

    /** A track that is repeated is where it was. */
    private static boolean continues(Piece before, Piece now) {
        return before.row == now.row ? before.joined : before.goesOnTo(now);
    }

    /** Nothing follows. */
    void followNothing() {
        drop(coming);
        coming = null;
        if (current != null) {
            current.leads = false;
        }
        look();
    }

    /** Prepares the track that the player goes on with. */
    void follow(Row row, long number) {
        if (coming == null || coming.number != number) {
            drop(coming);
            coming = watched(row, number);
        }
        current.leads = current.goesOnTo(coming);
        coming.joined = current.leads;
        if (coming.joined && coming.album.isEmpty()) {
            coming.album = current.album;
        }
        look();
    }

    void close() {
        drop(current);
        drop(coming);
        albums.cancel();
    }

    private Piece watched(Row row, long number) {
        Piece piece = new Piece(row, number, mastering.side().get());
        piece.facts = row.trackProperty().subscribe((before, now) -> look());
        return piece;
    }

    private static void drop(Piece piece) {
        if (piece != null) {
            piece.facts.unsubscribe();
        }
    }

    private void matched(Outlook outlook, long number) {
        pieces().filter(piece -> piece.number == number)
                .forEach(piece -> piece.mastered = TrackLevel.Mastered.of(outlook));
        apply();
    }

    private Stream<Piece> pieces() {
        return Stream.of(Optional.ofNullable(current), Optional.ofNullable(coming))
                .flatMap(Optional::stream);
    }

    private boolean isOfAlbum(Piece piece) {
        return switch (preferences.getValue().matching()) {
            case OFF, TRACK -> false;
            case ALBUM -> AlbumKey.of(piece.row.track()).isPresent();
            case AUTO -> piece.joined || piece.leads;
        };
    }

    /** Applies what is known, and what the library says of albums as soon as it does. */
    private void look() {
        apply();
        List<Piece> wanted = pieces().filter(this::isOfAlbum).toList();
        List<Track> tracks = wanted.stream().map(piece -> piece.row.track()).toList();
        if (tracks.isEmpty()) {
            albums.cancel();
            return;
        }
        albums.ask(
                new FxTask<>(progress -> albums(tracks))
                        .onResult(
                                found -> {
                                    wanted.forEach(
                                            piece ->
                                                    piece.album =
                                                            found.get(piece.row.track().id()));
                                    apply();
                                }));
    }

    /** On a worker. */
    private Map<Long, List<Track>> albums(List<Track> tracks) throws IOException {
        Map<Long, List<Track>> found = new HashMap<>();
        for (Track track : tracks) {
            found.put(track.id(), library.album(track.file()));
        }
        return found;
    }

    private void apply() {
        pieces().forEach(piece -> player.level(piece.number, gainDb(piece)));
    }

    private double gainDb(Piece piece) {
        PlaybackPreferences wanted = preferences.getValue();
        if (wanted.matching() == VolumeMatching.OFF) {
            return 0;
        }
        List<Track> album = isOfAlbum(piece) ? piece.album : List.of();
        Gain original = TrackLevel.original(piece.row.track(), album, wanted);
        return new TrackLevel(original, piece.mastered, mastering.matching().get())
                .gainDb(wanted, mastering.side().get(), piece.begun);
    }
}
