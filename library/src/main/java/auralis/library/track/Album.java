package auralis.library.track;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * Tracks of one album by one album artist.
 *
 * @param id stable while it has tracks
 * @param artist the album artist, else the artist; empty when unknown
 * @param year of its earliest track
 * @param cover a track whose file may hold the picture
 */
public record Album(
        long id,
        String title,
        String artist,
        OptionalInt year,
        int tracks,
        double seconds,
        Path cover) {}
