package auralis.app.master;

import static auralis.app.fx.Patience.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.SomeTrack;
import auralis.app.fx.Workers;
import auralis.dsp.Progress;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Reference;
import auralis.library.track.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** References while they are listened to, and what each control makes of the settings. */
@ExtendWith(ApplicationExtension.class)
class ReferenceSectionTest {
    private final FxRobot robot = new FxRobot();
    private final ObjectProperty<MasteringSettings> settings =
            new SimpleObjectProperty<>(MasteringSettings.ADAPTIVE);
    private final ObjectProperty<Track> selected = new SimpleObjectProperty<>();
    private final List<String> problems = new ArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final ExecutorService workers = Workers.named("listening", 1);
    private Stage stage;

    @BeforeEach
    void show() {
        robot.interact(
                () -> {
                    ReferenceTracks references =
                            new ReferenceTracks(settings, this::read, problems::add, workers);
                    Node section =
                            new ReferenceSection(settings, references, new Around(), () -> 1)
                                    .node();
                    stage = new Stage();
                    stage.setScene(new Scene(new VBox(section), 340, 400));
                    stage.show();
                    ((Button) find("master.reference")).fire();
                });
    }

    @AfterEach
    void hide() {
        gate.countDown();
        workers.shutdownNow();
        robot.interact(stage::hide);
    }

    @Test
    void listeningShowsHowFarItIsAndCanBeStopped() throws InterruptedException {
        press("master.reference.add");
        ProgressBar progress = (ProgressBar) find("master.reference.heard");
        waitUntil(() -> progress.getProgress() == 0.25);
        assertThat(find("master.reference.stop").getParent().isVisible()).isTrue();
        assertThat(find("master.reference.add").isDisabled()).isTrue();
        press("master.reference.stop");
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(find("master.reference.stop").getParent().isVisible()).isFalse();
        assertThat(find("master.reference.add").isDisabled()).isFalse();
        assertThat(settings.get()).isEqualTo(MasteringSettings.ADAPTIVE);
        assertThat(problems).isEmpty();
    }

    @Test
    void eachSwitchChangesItsOwnValueOnly() {
        gate.countDown();
        press("master.reference.add");
        waitUntil(() -> !settings.get().reference().tracks().isEmpty());
        switched("master.reference.tone", Reference::tone);
        switched("master.reference.width", Reference::width);
        switched("master.reference.dynamics", Reference::dynamics);
        switched("master.reference.loudness", Reference::loudness);
        assertThat(settings.get().reference().amount()).isEqualTo(1);
        assertThat(settings.get().withReference(Reference.NONE))
                .isEqualTo(MasteringSettings.ADAPTIVE);
    }

    private void switched(String id, Function<Reference, Boolean> value) {
        assertThat(value.apply(settings.get().reference())).isTrue();
        robot.interact(() -> ((CheckBox) find(id)).fire());
        assertThat(value.apply(settings.get().reference())).as(id).isFalse();
    }

    @Test
    void theSelectedTrackIsOfferedWhileThereIsOne() {
        assertThat(find("master.reference.use").isDisabled()).isTrue();
        robot.interact(() -> selected.set(track("Glass River")));
        gate.countDown();
        press("master.reference.use");
        waitUntil(() -> settings.get().reference().tracks().size() == 1);
        assertThat(settings.get().reference().tracks().get(0).name()).isEqualTo("Glass River");
        robot.interact(() -> selected.set(track("Night Bus")));
        press("master.reference.use");
        waitUntil(() -> settings.get().reference().tracks().size() == 2);
        press("master.reference.0.remove");
        assertThat(settings.get().reference().tracks().get(0).name()).isEqualTo("Night Bus");
        assertThat(find("master.reference").isFocused()).isTrue();
    }

    private Reference.Track read(String name, Path file, Progress progress)
            throws IOException, InterruptedException {
        progress.total(4);
        progress.advance(1);
        try {
            gate.await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
        OptionalDouble none = OptionalDouble.empty();
        return new Reference.Track(name, 1, List.of(), none, none, none);
    }

    private static Track track(String title) {
        OptionalDouble none = OptionalDouble.empty();
        return SomeTrack.of(
                1,
                Path.of(title + ".wav"),
                title,
                "",
                "",
                Track.State.NEW,
                none,
                none,
                none,
                Optional.empty());
    }

    private void press(String id) {
        waitUntil(() -> !find(id).isDisabled());
        robot.interact(() -> ((Button) find(id)).fire());
    }

    private Node find(String id) {
        return robot.from(stage.getScene().getRoot())
                .lookup((Node node) -> id.equals(node.getId()))
                .query();
    }

    /** A window whose user always chooses the same file. */
    private final class Around implements Host {
        @Override
        public Optional<Path> askPresetToImport() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> askPresetFile(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> askMusic() {
            return Optional.of(Path.of("A song whose name is rather long.flac"));
        }

        @Override
        public ObservableValue<Track> selected() {
            return selected;
        }

        @Override
        public void problem(String sentence) {
            problems.add(sentence);
        }

        @Override
        public void done(String sentence) {
            throw new UnsupportedOperationException("nothing of a reference is told");
        }

        @Override
        public void done(String sentence, Runnable undo) {
            throw new UnsupportedOperationException("nothing of a reference is told");
        }
    }
}
