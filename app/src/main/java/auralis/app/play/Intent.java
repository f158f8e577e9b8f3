package auralis.app.play;

import java.util.Optional;

/**
 * What the user wants of the player, replaced whole by each command. The player's thread makes it
 * come true; what was wished in between and is not wished any more is never done.
 *
 * @param track number of the open command, or of the track that followed by itself
 * @param frame where to continue, as of the last seek
 * @param seeks number of seeks of this track
 * @param starts how often playing was asked for while it was not wished: a pause and a play in
 *     quick succession look like nothing otherwise
 */
record Intent(
        long track, Optional<PlayItem> item, boolean play, long frame, long seeks, long starts) {
    static final Intent NOTHING = new Intent(0, Optional.empty(), false, 0, 0, 0);

    Intent open(long track, PlayItem item, boolean play) {
        return new Intent(track, Optional.of(item), play, 0, 0, starts + (play ? 1 : 0));
    }

    /** The next track goes on where this one ended. */
    Intent goOn(Following next) {
        return new Intent(next.track(), Optional.of(next.item()), play, 0, 0, starts);
    }

    Intent play(boolean play) {
        long begun = play && !this.play ? starts + 1 : starts;
        return new Intent(track, item, play, frame, seeks, begun);
    }

    Intent seek(long frame) {
        return new Intent(track, item, play, Math.max(0, frame), seeks + 1, starts);
    }
}
