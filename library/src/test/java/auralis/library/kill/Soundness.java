package auralis.library.kill;

import auralis.library.Library;
import auralis.library.backup.Backup;
import auralis.library.backup.Backups;
import auralis.library.db.Database;
import auralis.library.media.ContentSignature;
import auralis.library.track.LibraryCheck;
import auralis.library.track.Track;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold for a data folder after whatever happened. */
final class Soundness {
    private Soundness() {}

    /** What is wrong, in words; empty when all holds. */
    static List<String> faults(Path data) throws IOException {
        List<String> faults = new ArrayList<>();
        if (!Files.exists(data.resolve(Backups.DATABASE))) {
            return faults;
        }
        try (Library library = Child.open(data)) {
            LibraryCheck check = library.upkeep().check();
            faults.addAll(check.damage());
            if (check.wrongWords() > 0) {
                faults.add(check.wrongWords() + " tracks with the wrong words");
            }
            List<Track> tracks = library.tracks();
            Set<Path> files = tracks.stream().map(Track::file).collect(Collectors.toSet());
            if (files.size() != tracks.size()) {
                faults.add("a file is there twice");
            }
        }
        for (Backup backup : new Backups(data).list()) {
            Path copy = Files.copy(backup.file(), data.resolve("copy.db"));
            Database.verify(copy);
            Files.delete(copy);
        }
        for (Path file : named(data.resolve("fingerprints"))) {
            new ObjectMapper().readTree(file.toFile());
        }
        return faults;
    }

    private static List<Path> named(Path folder) throws IOException {
        return Files.isDirectory(folder) ? Child.files(folder) : List.of();
    }

    /** What a library tells of its tracks, without what differs from one library to another. */
    static Set<String> tracks(Path data) throws IOException {
        if (!Files.exists(data.resolve(Backups.DATABASE))) {
            return Set.of();
        }
        try (Library library = Child.open(data)) {
            return library.tracks().stream()
                    .map(track -> track.file() + "|" + track.tags() + "|" + track.stream())
                    .collect(Collectors.toSet());
        }
    }

    /** The content of each file, by name. */
    static Map<String, String> contents(Path music) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Path file : Child.files(music)) {
            contents.put(file.toString(), ContentSignature.of(file));
        }
        return contents;
    }

    static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted((a, b) -> b.compareTo(a)).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
