package auralis.library.kill;

import auralis.dsp.Progress;
import auralis.library.Library;
import auralis.library.backup.Backups;
import auralis.library.db.Database;
import auralis.library.media.Media;
import auralis.library.scan.ScanBusyException;
import auralis.library.tag.TagEdit;
import auralis.library.track.Playlist;
import auralis.library.track.Track;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process that works until it is done or killed, and tells how far it is, a line for each step:
 * {@code scan DATA MUSIC}, {@code write DATA TIMES}, {@code retag MUSIC}.
 */
final class Child {
    static final int BUSY = 3;

    private Child() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "scan" -> scan(Path.of(args[1]), Path.of(args[2]));
            case "write" -> write(Path.of(args[1]), Integer.parseInt(args[2]));
            default -> retag(Path.of(args[1]));
        }
    }

    static Library open(Path data) throws IOException {
        return new Library(Database.open(data.resolve(Backups.DATABASE)), data);
    }

    private static void scan(Path data, Path music) throws Exception {
        try (Library library = open(data)) {
            System.out.println("open");
            library.add(List.of(music), new Steps());
        } catch (ScanBusyException e) {
            System.exit(BUSY);
        }
    }

    private static void write(Path data, int times) throws IOException {
        try (Library library = open(data)) {
            System.out.println("open");
            Playlist list = library.playlists().create("Of a child");
            for (int i = 0; i < times; i++) {
                List<Long> ids = library.tracks().stream().map(Track::id).toList();
                library.setFavourite(ids, i % 2 == 0);
                library.playlists().setTracks(list, ids);
                System.out.println(i);
            }
        }
    }

    /** Changes all files, and again, until it is killed. */
    private static void retag(Path music) throws IOException {
        for (int round = 1; ; round++) {
            for (Path file : files(music)) {
                String text = "x".repeat(round * 7919 % 20_000);
                Media.retag(
                        file, TagEdit.NONE.with("title", "Round " + round).with("comment", text));
                System.out.println(round);
            }
        }
    }

    /** Files that are not hidden and have their names, in order. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).toString().matches("(.*/)?[.].*"))
                    .sorted()
                    .toList();
        }
    }

    /** Starts one. */
    static Process start(String... args) throws IOException {
        return start(Path.of(System.getProperty("java.io.tmpdir")), args);
    }

    /**
     * Starts one.
     *
     * @param temporary its folder for temporary files
     */
    static Process start(Path temporary, String... args) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xshare:auto",
                                "-XX:TieredStopAtLevel=1",
                                "-Dfile.encoding=UTF-8",
                                "-Djava.io.tmpdir=" + temporary,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Child.class.getName()));
        command.addAll(Arrays.asList(args));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** Reads lines of a child until there were so many, or it ended. */
    static int await(Process child, int lines) throws IOException {
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        int read = 0;
        while (read < lines && out.readLine() != null) {
            read++;
        }
        return read;
    }

    /** A line for each step. */
    private static final class Steps implements Progress {
        @Override
        public void total(long units) {}

        @Override
        public void advance(long units) {
            System.out.println(units);
        }

        @Override
        public void phase(String key) {}

        @Override
        public void checkpoint() throws InterruptedException {
            Progress.NONE.checkpoint();
        }
    }
}
