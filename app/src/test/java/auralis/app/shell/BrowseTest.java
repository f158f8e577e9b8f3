package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.browse.album.Covers;
import auralis.app.catalogue.Analysis;
import auralis.app.catalogue.Folders;
import auralis.app.catalogue.Row;
import auralis.app.catalogue.Shelf;
import auralis.app.platform.remote.Wakefulness;
import auralis.app.play.Player;
import auralis.app.text.Texts;
import auralis.dsp.Progress;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Preset;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.job.JobQueue;
import auralis.library.job.Outcome;
import auralis.library.job.Worker;
import auralis.library.media.Media;
import auralis.library.media.Tags;
import auralis.library.preset.Presets;
import auralis.library.track.Activity;
import auralis.library.track.LibraryEvent;
import auralis.library.track.Presence;
import auralis.library.track.Root;
import auralis.library.track.ScanProblem;
import auralis.library.track.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding one's way in a library: searching, places, columns, what is missing. */
class BrowseTest extends WindowTestCase {
    private static final Path FOLDER = Path.of("/music/Ana Ko");

    private final FakeStore store = new FakeStore();
    private final FakeFolders folders = new FakeFolders();
    private final FakeAnalysis analysis = new FakeAnalysis();
    private static final Worker IDLE = (work, assignment) -> new Outcome.Done("");

    @TempDir private Path data;
    private FakeTracks tracks;
    private Library library;
    private Player player;
    private Memory memory;

    /** Folders that remember what was asked of them. */
    private static final class FakeFolders implements Folders {
        private final List<Path> relocated = new CopyOnWriteArrayList<>();

        @Override
        public List<Root> all() {
            return List.of(new Root(1, Path.of("/disk"), false, Optional.empty()));
        }

        @Override
        public List<ScanProblem> problems() {
            return List.of(new ScanProblem(Path.of("/music/cover.flac"), "it is a picture."));
        }

        @Override
        public void relocate(Path from, Path to, Progress progress) {
            relocated.addAll(List.of(from, to));
        }
    }

    private static final class FakeAnalysis implements Analysis {
        private final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public void pause() {
            asked.add("pause");
        }

        @Override
        public void resume() {
            asked.add("resume");
        }
    }

    @BeforeEach
    void fill() throws IOException {
        tracks = new FakeTracks(data);
        library = new Library(Database.open(data.resolve("library.db")), data);
        put("Glass River", "Ana Ko", "Rivers", "1");
        put("Night Bus", "Ana Ko", "Rivers", "2");
        put("Öland", "Duo Alba", "Islands", "1");
        open();
    }

    @AfterEach
    void closeAll() throws IOException {
        close();
        tracks.close();
        library.close();
    }

    @Test
    void aSearchThatCannotBeUnderstoodIsExplainedAndKeepsTheListAsItWas() {
        type("artist:ana");
        waitUntil(() -> titles().equals(List.of("Glass River", "Night Bus")));
        type("artits:ana");
        waitUntil(() -> find("head.search.fault").isVisible());
        assertThat(label("head.search.fault")).contains("no field “artits”", "mean artist");
        assertThat(titles()).containsExactly("Glass River", "Night Bus");
        robot.type(KeyCode.ESCAPE);
        waitUntil(() -> titles().size() == 3);
        assertThat(find("head.search.fault").isVisible()).isFalse();
    }

    @Test
    void f1InTheSearchFieldShowsWhatCanBeAsked() {
        type("");
        robot.type(KeyCode.F1);
        assertThat(find("head.search.fields").isVisible()).isTrue();
        assertThat(texts()).contains("lufs:<-16");
        robot.type(KeyCode.ESCAPE);
        assertThat(find("head.search.fields").isVisible()).isFalse();
        assertThat(find("shortcuts").isVisible()).isFalse();
    }

    @Test
    void nothingFoundSaysSoAndLeadsBack() {
        type("year:>2050");
        waitUntil(() -> find("nothing").isVisible());
        assertThat(texts()).contains(Texts.text("nothing.title", "year:>2050"));
        robot.clickOn(find("nothing.clear"));
        waitUntil(() -> titles().size() == 3);
    }

    @Test
    void whatIsSelectedStaysSelectedWhereverItIs() throws IOException {
        sortByTitle();
        robot.clickOn("Night Bus");
        put("A", "Duo Alba", "Islands", "2");
        waitUntil(() -> titles().equals(List.of("A", "Glass River", "Night Bus", "Öland")));
        assertThat(selected()).containsExactly("Night Bus");
        type("-river");
        waitUntil(() -> titles().equals(List.of("A", "Öland")));
        type("");
        waitUntil(() -> titles().size() == 4);
        assertThat(selected()).containsExactly("Night Bus");
    }

    @Test
    void favouritesHaveAKeyAndAPlaceAndSurviveRemovalAndUndo() throws IOException {
        robot.clickOn("Night Bus").type(KeyCode.F);
        waitUntil(() -> track("Night Bus").listened().favourite());
        robot.clickOn(find("side.favourites"));
        waitUntil(() -> titles().equals(List.of("Night Bus")));
        robot.clickOn("Night Bus").type(KeyCode.DELETE);
        waitUntil(() -> find("nothing").isVisible());
        assertThat(texts()).contains(Texts.text("nothing.favourites"));
        robot.clickOn(find("toast.undo"));
        waitUntil(() -> titles().equals(List.of("Night Bus")));
    }

    @Test
    void anAlbumIsOpenedByKeysInItsOwnOrderAndClosedByItsChip() {
        sortByTitle();
        robot.clickOn(find("side.albums"));
        waitUntil(() -> texts().contains("Rivers") && texts().contains("Islands"));
        robot.interact(() -> find("albums").requestFocus());
        robot.type(KeyCode.RIGHT).type(KeyCode.LEFT).type(KeyCode.ENTER);
        waitUntil(() -> titles().equals(List.of("Glass River", "Night Bus")));
        assertThat(((Button) find("head.opened")).getText()).isEqualTo("Rivers – Ana Ko");
        assertThat(toggle("side.albums").isSelected()).isTrue();
        robot.clickOn(find("head.opened"));
        waitUntil(() -> find("albums").isVisible());
        robot.clickOn(find("side.tracks"));
        waitUntil(() -> titles().equals(List.of("Glass River", "Night Bus", "Öland")));
    }

    @Test
    void moreLikeATrackSaysWhyAndLeadsBack() throws IOException {
        waitUntil(() -> titles().contains("Glass River"));
        robot.clickOn("Glass River");
        robot.push(KeyCode.CONTROL, KeyCode.L);
        waitUntil(() -> titles().equals(List.of("Öland", "Night Bus")));
        assertThat(((Button) find("head.opened")).getText()).isEqualTo("Like Glass River");
        robot.clickOn("Night Bus");
        waitUntil(() -> label("head.why").equals("same tempo as " + track("Glass River").id()));
        robot.clickOn(find("head.opened"));
        waitUntil(() -> titles().contains("Glass River"));
        assertThat(label("head.why")).isEmpty();
    }

    @Test
    void artistsAndGenresAreNarrowedByTheSearch() {
        robot.clickOn(find("side.artists"));
        waitUntil(() -> texts().contains("Duo Alba"));
        type("island");
        waitUntil(() -> ((ListView<?>) find("artists")).getItems().size() == 1);
        doubleClick(robot.from(find("artists")).lookup("Duo Alba").queryLabeled());
        waitUntil(() -> titles().equals(List.of("Öland")));
    }

    @Test
    void missingFilesAreListedByFolderAndCanBeLocatedOrRemoved() throws IOException {
        assertThat(find("side.missing").isVisible()).isFalse();
        tracks.setPresence(track("Night Bus").id(), Presence.MISSING);
        waitUntil(() -> find("side.missing").isVisible());
        robot.clickOn(find("side.missing"));
        waitUntil(() -> texts().contains(FOLDER.toString()));
        assertThat(texts()).contains("1 track is not there any more");
        robot.clickOn(Texts.text("missing.locate"));
        waitUntil(() -> folders.relocated.equals(List.of(FOLDER, music)));
        robot.clickOn(Texts.text("missing.remove"));
        waitUntil(() -> texts().contains(Texts.text("missing.none")));
        robot.clickOn(find("toast.undo"));
        waitUntil(() -> texts().contains(FOLDER.toString()));
        assertThat(track("Night Bus").presence()).isEqualTo(Presence.MISSING);
    }

    @Test
    void whatIsOnADiskThatIsNotConnectedIsOneGroupAndNotToBeRemoved() throws IOException {
        Path file = Path.of("/disk/a/b.flac");
        tracks.put(file, tags("Away", "Ana Ko", "Elsewhere", "1"));
        waitUntil(() -> titles().contains("Away"));
        tracks.setPresence(track("Away").id(), Presence.OFFLINE);
        waitUntil(() -> find("side.missing").isVisible());
        robot.clickOn(find("side.missing"));
        waitUntil(() -> texts().contains("/disk"));
        assertThat(texts()).anyMatch(text -> text != null && text.contains("not connected"));
        assertThat(texts()).doesNotContain(Texts.text("missing.remove"));
        doubleClick("/disk");
        waitUntil(() -> titles().equals(List.of("Away")));
    }

    @Test
    void problemsOfScansAreListedWithTheirReason() {
        waitUntil(() -> find("side.problems").isVisible());
        robot.clickOn(find("side.problems"));
        waitUntil(() -> texts().contains("cover.flac: it is a picture."));
    }

    @Test
    void scansAndMeasuringAreToldAndMeasuringCanBeHeld() {
        tell(Activity.Kind.SCAN, Activity.State.RUNNING, Optional.empty());
        waitUntil(() -> label("status.tasks").equals("Scanning the library: 10 found, 2 problems"));
        tell(Activity.Kind.SCAN, Activity.State.ENDED, Optional.empty());
        tell(Activity.Kind.ANALYSIS, Activity.State.RUNNING, Optional.of(Duration.ofMinutes(5)));
        waitUntil(() -> label("status.tasks").equals("Measuring 7 tracks, 5 min left"));
        robot.clickOn(find("status.pause"));
        tell(Activity.Kind.ANALYSIS, Activity.State.PAUSED, Optional.empty());
        waitUntil(() -> label("status.tasks").equals("Measuring is paused, 7 tracks left"));
        robot.clickOn(find("status.pause"));
        assertThat(analysis.asked).containsExactly("pause", "resume");
    }

    @Test
    void aReadOnlyLibrarySaysWhyAndChangesNothing() throws IOException {
        close();
        tracks.readOnly = Optional.of("a newer Auralis made it.");
        open();
        waitUntil(() -> find("notice.readonly").isVisible());
        assertThat(texts()).contains("This library is read only: a newer Auralis made it.");
        robot.clickOn("Night Bus");
        assertThat(find("head.add").isDisabled()).isTrue();
    }

    @Test
    void placeSearchColumnsAndOrderComeBackAfterARestart() throws IOException {
        robot.clickOn("Title");
        waitUntil(() -> titles().equals(List.of("Glass River", "Night Bus", "Öland")));
        robot.clickOn("Title");
        waitUntil(() -> titles().equals(List.of("Öland", "Night Bus", "Glass River")));
        robot.interact(() -> choose("Year"));
        type("a");
        close();
        open();
        waitUntil(() -> titles().equals(List.of("Öland", "Night Bus", "Glass River")));
        assertThat(((TextField) find("head.search")).getText()).isEqualTo("a");
        assertThat(table().getColumns()).extracting(TableColumn::getText).contains("Year");
        robot.interact(() -> choose(Texts.text("table.reset")));
        assertThat(table().getColumns()).extracting(TableColumn::getText).doesNotContain("Year");
    }

    private void put(String title, String artist, String album, String number) throws IOException {
        Path file = Path.of("/music").resolve(artist).resolve(title + ".flac");
        tracks.put(file, tags(title, artist, album, number));
    }

    private static Tags tags(String title, String artist, String album, String number) {
        return new Tags(title, artist, album, "", number, "", "2001", "Jazz", "", "");
    }

    private void open() throws IOException {
        memory = new Memory(store);
        player = new Player(AudibleOutput.present(), Media::open);
        show(
                new Services(
                        new Shelf(tracks, Covers.NONE, Optional.of(folders), Optional.of(analysis)),
                        player,
                        new FakePlanner(),
                        (file, progress) -> null,
                        (name, file, progress) -> null,
                        List.of(new Preset("adaptive", "Adaptive", "", MasteringSettings.ADAPTIVE)),
                        new Presets(data.resolve("presets")),
                        EffectCatalogue.BUILT_IN,
                        Optional.empty(),
                        new FakeDesktop(music),
                        memory,
                        library,
                        new JobQueue(library.jobs(), IDLE),
                        Wakefulness.NONE));
        waitUntil(() -> !table().getItems().isEmpty());
        waitUntil(() -> label("status.census").contains("tracks"));
    }

    private void close() {
        closeWindow();
        player.close();
        memory.close();
    }

    private void sortByTitle() {
        robot.clickOn("Title");
        waitUntil(() -> titles().equals(List.of("Glass River", "Night Bus", "Öland")));
    }

    /** A line of the menu that the heads of the columns have. */
    private void choose(String words) {
        for (MenuItem item : table().getColumns().get(0).getContextMenu().getItems()) {
            if (words.equals(item.getText())) {
                if (item instanceof CheckMenuItem choice) {
                    choice.setSelected(!choice.isSelected());
                }
                item.fire();
            }
        }
    }

    private void type(String text) {
        robot.interact(
                () -> {
                    TextField field = (TextField) find("head.search");
                    field.requestFocus();
                    field.setText(text);
                });
    }

    private void tell(Activity.Kind kind, Activity.State state, Optional<Duration> remaining) {
        tracks.tell(
                new LibraryEvent.ActivityChanged(new Activity(kind, state, 3, 10, 2, remaining)));
    }

    private Track track(String title) throws IOException {
        return tracks.all().stream()
                .filter(track -> track.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private List<String> titles() {
        List<String> titles = new ArrayList<>();
        table().getItems().forEach(row -> titles.add(((Row) row).track().title()));
        return titles;
    }

    private List<String> selected() {
        List<String> titles = new ArrayList<>();
        table().getSelectionModel()
                .getSelectedItems()
                .forEach(row -> titles.add(((Row) row).track().title()));
        return titles;
    }
}
