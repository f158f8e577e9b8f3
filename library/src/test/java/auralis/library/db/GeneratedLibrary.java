package auralis.library.db;

import auralis.library.media.Tags;
import auralis.library.track.FileStamp;
import auralis.library.track.Stream;
import auralis.library.track.Track;
import auralis.library.track.TrackFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A library as a collector has it, without its files: artists with albums of a dozen tracks, names
 * in many scripts and of any length, measured loudness, favourites, plays, versions; some files
 * missing, some on a disk that is not connected, some twice, some broken. The same every time.
 *
 * <p>{@code docs/bench/window --generate FOLDER [TRACKS]} makes it.
 */
public final class GeneratedLibrary {
    private static final int BATCH = 5_000;
    private static final int ALBUM_TRACKS = 12;
    private static final int ALBUMS_OF_ARTIST = 6;
    private static final long YEAR_MS = 365L * 86_400_000;

    private static final String[] FIRST = {
        "Amber",
        "Silent",
        "Nordic",
        "Electric",
        "Velvet",
        "Hollow",
        "Golden",
        "Paper",
        "Öst",
        "Blå",
        "Été",
        "Niño",
        "Crimson",
        "Lunar",
        "Minor",
        "Glass",
        "Slow",
        "Distant",
        "Iron",
        "Wild",
        "Северный",
        "青い",
        "שקט",
        "Møn",
        "Żółty",
        "Ðeep",
        "Straße",
        "Old",
        "New",
        "Little"
    };
    private static final String[] SECOND = {
        "River",
        "Harbour",
        "Orchestra",
        "Quartet",
        "Machine",
        "Garden",
        "Signal",
        "Parade",
        "Kvartett",
        "Fjord",
        "Étoile",
        "Corazón",
        "Engine",
        "Mirror",
        "Choir",
        "Lantern",
        "Winter",
        "Ветер",
        "鳥",
        "Ensemble",
        "Society",
        "Weather",
        "Radio",
        "Avenue",
        "Mountain",
        "Satellite"
    };
    private static final String[] WORDS = {
        "night",
        "bus",
        "love",
        "rain",
        "over",
        "the",
        "city",
        "of",
        "light",
        "again",
        "home",
        "waltz",
        "blue",
        "fire",
        "dream",
        "song",
        "for",
        "tomorrow",
        "lost",
        "and",
        "found",
        "último",
        "tren",
        "fenêtre",
        "ouverte",
        "größe",
        "snö",
        "夜",
        "東京",
        "дождь",
        "live",
        "dance",
        "slow",
        "burn",
        "echo",
        "signal",
        "part",
        "two",
        "morning",
        "interlude",
        "stone"
    };
    private static final String[] GENRES = {
        "Jazz",
        "Rock",
        "Electronic",
        "Classical",
        "Hip-Hop",
        "Folk",
        "Soul",
        "Ambient",
        "Metal",
        "Pop",
        "Blues",
        "Techno",
        "Chanson",
        "Bossa Nova",
        "Drum & Bass",
        "Singer-Songwriter"
    };
    private static final String[] CODECS = {"flac", "flac", "mp3", "mp3", "aac", "opus", "pcm"};
    private static final int[] RATES = {44_100, 44_100, 44_100, 48_000, 96_000};

    private final Random random = new Random(25);
    private final Database database;
    private final Sql writing;
    private final Path connected;
    private final Path unplugged;

    private GeneratedLibrary(Database database, Path music) {
        this.database = database;
        this.writing = new Sql(database.writing());
        connected = music.resolve("Music");
        unplugged = music.resolve("Archive disk");
    }

    /** The folder of the data, and how many tracks. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        try (Database database = Database.open(folder.resolve("auralis.db"))) {
            fill(database, folder, Integer.parseInt(arguments[1]));
        }
    }

    /**
     * @param music the folder in which the files would be
     */
    public static void fill(Database database, Path music, int tracks) throws IOException {
        new GeneratedLibrary(database, music).fill(tracks);
    }

    private void fill(int tracks) throws IOException {
        long disk = database.roots().add(unplugged).id();
        database.roots().online(disk, false);
        List<TrackFile> files = new ArrayList<>();
        for (int i = 0; i < tracks; i += ALBUM_TRACKS) {
            album(i / ALBUM_TRACKS, Math.min(ALBUM_TRACKS, tracks - i), disk, files);
            if (files.size() > BATCH || i + ALBUM_TRACKS >= tracks) {
                measure(database.tracks().add(files));
                files.clear();
            }
        }
    }

    private void album(int number, int count, long disk, List<TrackFile> files) {
        Random naming = new Random(number / ALBUMS_OF_ARTIST);
        String artist = artist(naming, number / ALBUMS_OF_ARTIST);
        String genre = GENRES[naming.nextInt(GENRES.length)];
        boolean compilation = number % 25 == 24;
        String album = sentence(1 + random.nextInt(4), number);
        String year = String.valueOf(1955 + random.nextInt(70));
        boolean away = number % 40 == 7;
        Path folder =
                (away ? unplugged : connected)
                        .resolve(compilation ? "Compilations" : artist)
                        .resolve(year + " - " + album);
        for (int i = 1; i <= count; i++) {
            String performer = compilation ? artist(new Random(random.nextInt(900)), 0) : artist;
            String title = sentence(1 + random.nextInt(random.nextInt(40) == 0 ? 24 : 5), -1);
            Tags tags =
                    new Tags(
                            title,
                            performer,
                            album,
                            compilation ? "Various Artists" : artist,
                            i + "/" + count,
                            "1",
                            year,
                            genre,
                            "",
                            "");
            files.add(
                    file(
                            folder.resolve(String.format("%02d %s.flac", i, title)),
                            tags,
                            away,
                            disk));
        }
    }

    private TrackFile file(Path file, Tags tags, boolean away, long disk) {
        boolean twice = random.nextInt(200) == 0;
        return new TrackFile(
                file,
                away ? OptionalLong.of(disk) : OptionalLong.empty(),
                new FileStamp(30_000_000, 1_600_000_000_000L),
                Optional.of("content " + (twice ? random.nextInt(20) : random.nextLong())),
                tags,
                new Stream(
                        Optional.of(CODECS[random.nextInt(CODECS.length)]),
                        OptionalInt.of(RATES[random.nextInt(RATES.length)]),
                        OptionalInt.of(2),
                        OptionalInt.of(random.nextInt(4) == 0 ? 24 : 16),
                        OptionalDouble.of(20 + Math.abs(random.nextGaussian() * 80 + 210))),
                Optional.empty());
    }

    private static String artist(Random naming, int number) {
        String name =
                FIRST[naming.nextInt(FIRST.length)] + " " + SECOND[naming.nextInt(SECOND.length)];
        return switch (naming.nextInt(6)) {
            case 0 -> "The " + name + "s";
            case 1 -> name + " & " + SECOND[naming.nextInt(SECOND.length)];
            case 2 -> name + " " + (number % 90 + 10);
            default -> name;
        };
    }

    /**
     * @param number told at the end now and then; negative for never
     */
    private String sentence(int words, int number) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        return number > 0 && number % 9 == 0 ? text + " " + number : text.toString();
    }

    private void measure(List<Track> tracks) throws IOException {
        database.write(
                () -> {
                    for (Track track : tracks) {
                        live(track);
                    }
                    return null;
                });
    }

    /** What years of use leave behind. */
    private void live(Track track) throws SQLException {
        long added = 1_760_000_000_000L - (long) (random.nextDouble() * 8 * YEAR_MS);
        double lufs = Math.min(-4, -13 + random.nextGaussian() * 4);
        boolean broken = random.nextInt(400) == 0;
        boolean away = track.file().startsWith(unplugged);
        boolean missing = !away && random.nextInt(250) == 0;
        writing.run(
                "UPDATE track SET added_at = ?, state = ?, presence = ?, integrated_lufs = ?,"
                        + " range_lu = ?, true_peak_dbtp = ?, problem = ? WHERE id = ?",
                added,
                broken ? "FAILED" : "ANALYZED",
                away ? "OFFLINE" : missing ? "MISSING" : "PRESENT",
                broken ? null : (Object) lufs,
                broken ? null : (Object) Math.abs(random.nextGaussian() * 3 + 7),
                broken ? null : (Object) Math.min(1.8, -1.5 + random.nextGaussian()),
                broken ? track.file().getFileName() + ": the file ends early at 1:07." : null,
                track.id());
        if (random.nextInt(3) == 0) {
            writing.run(
                    "INSERT INTO play VALUES (?, ?, ?)",
                    track.id(),
                    1 + random.nextInt(60),
                    added + random.nextInt(1_000_000_000));
        }
        if (random.nextInt(30) == 0) {
            writing.run("INSERT INTO favourite VALUES (?, ?)", track.id(), added);
        }
        if (random.nextInt(50) == 0) {
            writing.run(
                    "INSERT INTO version (track_id, path, path_key, preset, integrated_lufs,"
                            + " true_peak_dbtp, created_at) VALUES (?, ?, ?, '{}', -14.0, -1.0, ?)",
                    track.id(),
                    "/masters/" + track.id() + ".flac",
                    "/masters/" + track.id() + ".flac",
                    added);
        }
    }
}
