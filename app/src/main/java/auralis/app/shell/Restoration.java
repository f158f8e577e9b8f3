package auralis.app.shell;

import auralis.app.browse.BrowseView;
import auralis.app.catalogue.Catalogue;
import auralis.app.catalogue.Place;
import auralis.app.master.MasteringSession;
import auralis.app.prefs.PlaybackPreferences;
import auralis.app.shell.Remembered.Browsed;
import auralis.dsp.master.Preset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Brings the window back as it was left, and keeps how it is now. FX thread only. */
final class Restoration {
    private static final Duration SETTLE = Duration.millis(700);

    /** Of the top of the window, so much must be on a screen that it can be dragged. */
    private static final double GRIP_HEIGHT = 30;

    private final Memory memory;
    private final Stage stage;
    private final Arrangement arrangement;
    private final DoubleProperty volume;
    private final MasteringSession mastering;
    private final ObjectProperty<Path> exportFolder;
    private final BrowseView browse;
    private final ObjectProperty<PlaybackPreferences> playback;
    private final PauseTransition settle = new PauseTransition(SETTLE);
    private Optional<Remembered.Place> place = Optional.empty();
    private boolean closed;

    Restoration(
            Memory memory,
            Stage stage,
            Arrangement arrangement,
            DoubleProperty volume,
            MasteringSession mastering,
            ObjectProperty<Path> exportFolder,
            BrowseView browse,
            ObjectProperty<PlaybackPreferences> playback) {
        this.memory = memory;
        this.stage = stage;
        this.arrangement = arrangement;
        this.volume = volume;
        this.mastering = mastering;
        this.exportFolder = exportFolder;
        this.browse = browse;
        this.playback = playback;
        settle.setOnFinished(event -> keep());
    }

    /** Before the window is shown. */
    void restore(List<Preset> presets) {
        memory.remembered().ifPresent(left -> restore(left, presets));
        watch();
    }

    /** Keeps what was changed last; the window is not watched any more. */
    void close() {
        if (!closed) {
            keep();
            closed = true;
            settle.stop();
        }
    }

    private void restore(Remembered left, List<Preset> presets) {
        arrangement.light().set(left.light());
        arrangement.sideBar().set(left.sideBar());
        arrangement.inspector().set(left.inspector());
        left.meters().ifPresent(arrangement.meters()::set);
        left.albums().ifPresent(mastering.album()::set);
        left.notifications().ifPresent(arrangement.notifications()::set);
        left.lyrics().ifPresent(arrangement.lyrics()::set);
        volume.set(left.volume());
        mastering.side().set(left.side());
        mastering.matching().set(left.matching());
        presets.stream()
                .filter(preset -> preset.name().equals(left.preset()))
                .findFirst()
                .ifPresent(mastering.preset()::set);
        mastering.settings().set(left.settings());
        left.exportFolder().map(Path::of).ifPresent(exportFolder::set);
        left.browsed().ifPresent(this::restore);
        left.place().filter(Restoration::canBeReached).ifPresent(this::moveTo);
    }

    private void restore(Browsed left) {
        Catalogue catalogue = browse.catalogue();
        browse.restore(left.look());
        catalogue.search().set(left.search());
        Place.LISTED.stream()
                .filter(place -> place.id().equals(left.place()))
                .findFirst()
                .ifPresent(catalogue.place()::set);
    }

    private static boolean canBeReached(Remembered.Place place) {
        return !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), GRIP_HEIGHT)
                .isEmpty();
    }

    private void moveTo(Remembered.Place left) {
        place = Optional.of(left);
        stage.setX(left.x());
        stage.setY(left.y());
        stage.setWidth(left.width());
        stage.setHeight(left.height());
        stage.setMaximized(left.maximized());
    }

    private void watch() {
        List<ObservableValue<?>> all =
                List.of(
                        arrangement.light(),
                        arrangement.sideBar(),
                        arrangement.inspector(),
                        arrangement.meters(),
                        arrangement.notifications(),
                        arrangement.lyrics(),
                        volume,
                        mastering.side(),
                        mastering.matching(),
                        mastering.album(),
                        mastering.preset(),
                        mastering.settings(),
                        exportFolder,
                        browse.look(),
                        playback,
                        browse.catalogue().search(),
                        browse.catalogue().place(),
                        stage.xProperty(),
                        stage.yProperty(),
                        stage.widthProperty(),
                        stage.heightProperty(),
                        stage.maximizedProperty());
        all.forEach(value -> value.addListener((observed, before, now) -> changed()));
    }

    private void changed() {
        if (!closed) {
            settle.playFromStart();
        }
    }

    private void keep() {
        memory.keep(playback.get());
        memory.keep(
                new Remembered(
                        currentPlace(),
                        arrangement.light().get(),
                        arrangement.sideBar().get(),
                        arrangement.inspector().get(),
                        volume.get(),
                        mastering.side().get(),
                        mastering.matching().get(),
                        mastering.preset().get().name(),
                        mastering.settings().get(),
                        Optional.ofNullable(exportFolder.get()).map(Path::toString),
                        Optional.of(
                                new Browsed(
                                        browse.catalogue().place().get().top().id(),
                                        browse.catalogue().search().get(),
                                        browse.look().get())),
                        Optional.of(arrangement.meters().get()),
                        Optional.of(mastering.album().get()),
                        Optional.of(arrangement.notifications().get()),
                        Optional.of(arrangement.lyrics().get())));
    }

    /** A maximized window goes back to where it was before. */
    private Optional<Remembered.Place> currentPlace() {
        boolean maximized = stage.isMaximized();
        if (maximized) {
            place = place.map(p -> new Remembered.Place(p.x(), p.y(), p.width(), p.height(), true));
        } else if (stage.isShowing() && !stage.isIconified()) {
            place =
                    Optional.of(
                            new Remembered.Place(
                                    stage.getX(),
                                    stage.getY(),
                                    stage.getWidth(),
                                    stage.getHeight(),
                                    false));
        }
        return place;
    }
}
