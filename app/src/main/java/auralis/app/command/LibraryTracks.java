package auralis.app.command;

import auralis.library.Library;
import auralis.library.SimilarTrack;
import auralis.library.search.Query;
import auralis.library.search.QueryException;
import auralis.library.track.Track;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that answer tracks, and those that change them. */
final class LibraryTracks {
    private LibraryTracks() {}

    /** An answer of tracks. */
    private record Tracks(List<TrackLine> tracks, int total) {}

    /** Answers what a query finds. */
    abstract static class Finding extends LibraryTask {
        @Mixin private TrackPage page;

        abstract Query query();

        @Override
        int run(Library library) throws IOException {
            List<Long> all = page.find(library, query());
            List<Track> shown = library.tracks(page.of(all));
            if (json()) {
                print(new Tracks(shown.stream().map(TrackLine::of).toList(), all.size()));
                return RootCommand.DONE;
            }
            if (!shown.isEmpty()) {
                TrackLine.table(shown).forEach(this::line);
            }
            say(count(shown.size(), all.size()));
            return RootCommand.DONE;
        }

        private static String count(int shown, int total) {
            String tracks = total == 1 ? "1 track" : total + " tracks";
            return shown == total ? tracks : shown + " of " + tracks;
        }
    }

    @Command(name = "list", description = "All tracks.")
    static final class Listing extends Finding {
        @Override
        Query query() {
            return Query.ALL;
        }
    }

    @Command(name = "search", description = "The tracks that a search finds.")
    static final class Search extends Finding {
        @Parameters(
                arity = "1..*",
                paramLabel = "QUERY",
                description = "What to search for; all of it must be found.")
        private List<String> words;

        /** The language of searches, for the help. */
        static String[] help() {
            return Stream.concat(
                            Stream.of("", "Searches:"),
                            Query.FIELDS.stream().map(line -> "  " + line.replace("%", "%%")))
                    .toArray(String[]::new);
        }

        @Override
        Query query() {
            String text = String.join(" ", words);
            try {
                return Query.parse(text);
            } catch (QueryException e) {
                throw wrong(e.getMessage() + "\n" + marked(text, e.from(), e.to()));
            }
        }

        /** The text with carets under the place of the trouble. */
        private static String marked(String text, int from, int to) {
            int before = Table.width(text.substring(0, from));
            int length =
                    Math.max(1, Table.width(text.substring(from, Math.min(to, text.length()))));
            return "  " + text + "\n  " + " ".repeat(before) + "^".repeat(length);
        }
    }

    @Command(name = "similar", description = "The tracks that sound most like one.")
    static final class Similar extends LibraryTask {
        @Parameters(paramLabel = "TRACK", description = "Its number in the library, or its file.")
        private String track;

        @Option(
                names = "--count",
                paramLabel = "N",
                defaultValue = "10",
                description = "How many (default: ${DEFAULT-VALUE}).")
        private int count;

        /** A similar track in an answer. */
        private record Line(TrackLine track, double distance, String why) {}

        /** The whole answer. */
        private record Answer(TrackLine of, List<Line> similar) {}

        @Override
        int run(Library library) throws IOException {
            if (count < 1) {
                throw wrong("--count is 1 or more, not " + count + ".");
            }
            Track one = track(library, track);
            List<SimilarTrack> found = library.similar(one.id(), count);
            if (json()) {
                print(new Answer(TrackLine.of(one), found.stream().map(Similar::line).toList()));
            } else {
                table(found).forEach(this::line);
            }
            return RootCommand.DONE;
        }

        private static Line line(SimilarTrack similar) {
            return new Line(TrackLine.of(similar.track()), similar.distance(), similar.why());
        }

        private static List<String> table(List<SimilarTrack> found) {
            Table table = new Table(Set.of(0, 3));
            table.row("id", "artist", "title", "distance", "why");
            for (SimilarTrack similar : found) {
                table.row(
                        Long.toString(similar.track().id()),
                        similar.track().artist(),
                        similar.track().title(),
                        String.format(Locale.ROOT, "%.3f", similar.distance()),
                        similar.why());
            }
            return table.lines();
        }
    }

    @Command(name = "duplicates", description = "Tracks that have the same sound.")
    static final class Duplicates extends LibraryTask {
        /** The whole answer. */
        private record Answer(List<List<TrackLine>> groups, int total) {}

        @Override
        int run(Library library) throws IOException {
            List<List<Track>> groups = library.duplicates();
            if (json()) {
                List<List<TrackLine>> lines =
                        groups.stream()
                                .map(group -> group.stream().map(TrackLine::of).toList())
                                .toList();
                print(new Answer(lines, groups.size()));
                return RootCommand.DONE;
            }
            for (List<Track> group : groups) {
                line(group.get(0).title());
                group.forEach(track -> line("  " + track.id() + "  " + track.file()));
            }
            if (groups.isEmpty()) {
                say("No track is there twice.");
            }
            return RootCommand.DONE;
        }
    }

    @Command(name = "favourite", description = "Marks tracks as favourites.")
    static final class Favourite extends LibraryTask {
        @Parameters(arity = "1..*", paramLabel = "TRACK", description = "Numbers or files.")
        private List<String> tracks;

        @Option(names = "--off", description = "Takes the mark away.")
        private boolean off;

        @Override
        boolean writes() {
            return true;
        }

        @Override
        int run(Library library) throws IOException {
            library.setFavourite(tracks(library, tracks).stream().map(Track::id).toList(), !off);
            return RootCommand.DONE;
        }
    }

    @Command(
            name = "remove",
            description = "Takes tracks out of the library; their files are not touched.")
    static final class Remove extends LibraryTask {
        @Parameters(arity = "1..*", paramLabel = "TRACK", description = "Numbers or files.")
        private List<String> tracks;

        @Override
        boolean writes() {
            return true;
        }

        @Override
        int run(Library library) throws IOException {
            library.remove(tracks(library, tracks).stream().map(Track::id).toList());
            return RootCommand.DONE;
        }
    }
}
