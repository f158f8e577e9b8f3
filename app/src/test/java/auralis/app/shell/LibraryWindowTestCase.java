package auralis.app.shell;

import auralis.app.catalogue.Row;
import auralis.app.platform.SoundOutputs;
import auralis.app.platform.remote.Wakefulness;
import auralis.app.play.Player;
import auralis.app.play.PlayerState;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.export.AlbumPlans;
import auralis.library.job.JobQueue;
import auralis.library.job.LibraryWorker;
import auralis.library.job.Worker;
import auralis.library.media.Media;
import auralis.library.media.Thumbnails;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The window on a true library of true files. */
abstract class LibraryWindowTestCase extends WindowTestCase {

    @TempDir Path data;
    Library library;
    FakeDesktop desktop;
    Services services;
    Wakefulness wakefulness = Wakefulness.NONE;
    private Memory memory;
    private Player player;

    @BeforeEach
    void openLibrary() throws IOException {
        library = new Library(Database.open(data.resolve("library.db")), data);
        memory = new Memory(library.settings());
        player = new Player(outputs(), Media::open);
        desktop = new FakeDesktop(music);
    }

    @AfterEach
    void closeLibrary() throws IOException, InterruptedException {
        closeWindow();
        window.awaitEnd();
        player.close();
        memory.close();
        library.close();
    }

    /** What the player plays on. */
    SoundOutputs outputs() {
        return AudibleOutput.present();
    }

    /** What works on jobs. */
    Worker worker() throws IOException {
        return new LibraryWorker(library, new AlbumPlans(library));
    }

    void open() throws IOException {
        services =
                Services.of(
                                library,
                                new AlbumPlans(library),
                                new JobQueue(library.jobs(), worker()),
                                memory,
                                player,
                                Presets.factory(),
                                new Presets(data.resolve("presets")),
                                new Thumbnails(data.resolve("thumbnails")),
                                Optional.empty())
                        .with(desktop)
                        .with(wakefulness);
        show(services);
    }

    /** The window once more, as it is after a restart. */
    void reopen() throws IOException {
        memory.close();
        memory = new Memory(library.settings());
        open();
    }

    PlayerState player() {
        return player.state();
    }

    /** Another that has played nothing, as there is after a restart. */
    void restartPlayer() {
        player.close();
        player = new Player(outputs(), Media::open);
    }

    void openWith(String... titles) throws IOException {
        open();
        int count = 0;
        for (String title : titles) { // one by one, because several come in any order
            int there = ++count;
            Path file = tone(title, 1, 0.05 * there); // else they are duplicates, and said to be
            robot.interact(() -> window.add(List.of(file)));
            waitUntil(() -> table().getItems().size() == there);
        }
    }

    List<String> titles() {
        return table().getItems().stream().map(row -> ((Row) row).track().title()).toList();
    }

    void waitForTitles(String... titles) {
        waitUntil(() -> titles().equals(List.of(titles)));
    }

    void waitForToast(String text) {
        waitUntil(() -> find("toast").isVisible() && texts().contains(text));
    }
}
