package auralis.library.track;

/** What lists of tracks are sorted by; equal ones by artist, album, disc and number. */
public enum TrackOrder {
    ADDED,
    TITLE,
    ARTIST,
    ALBUM,
    ALBUM_ARTIST,
    NUMBER,
    YEAR,
    GENRE,
    TIME,
    LOUDNESS,
    PEAK,
    RANGE,
    STATE,
    VERSIONS,
    FAVOURITE,
    PLAYS,
    PLAYED,
    RATE,
    CODEC,
    PATH
}
