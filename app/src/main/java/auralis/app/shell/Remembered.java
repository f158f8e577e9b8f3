package auralis.app.shell;

import auralis.app.browse.ListLook;
import auralis.app.play.Side;
import auralis.dsp.master.MasteringSettings;
import java.util.Objects;
import java.util.Optional;

/**
 * How a window was left. What a later version adds is optional, so that this can still be read.
 *
 * @param volume position of the slider, 0..1
 * @param preset name of the one the settings began with
 * @param exportFolder where the last files went
 * @param meters whether they are shown
 * @param albums whether they are mastered as one
 * @param notifications whether the desktop announces new tracks
 * @param lyrics whether the player shows what is sung
 */
record Remembered(
        Optional<Place> place,
        boolean light,
        boolean sideBar,
        boolean inspector,
        double volume,
        Side side,
        boolean matching,
        String preset,
        MasteringSettings settings,
        Optional<String> exportFolder,
        Optional<Browsed> browsed,
        Optional<Boolean> meters,
        Optional<Boolean> albums,
        Optional<Boolean> notifications,
        Optional<Boolean> lyrics) {

    /** Where the window is when it is not maximized, in pixels of the desktop. */
    record Place(double x, double y, double width, double height, boolean maximized) {}

    /**
     * Where in the library one was.
     *
     * @param place id of one of the side bar
     */
    record Browsed(String place, String search, ListLook look) {}

    Remembered {
        if (!(volume >= 0 && volume <= 1)) {
            throw new IllegalArgumentException("volume " + volume + " is not within 0..1");
        }
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(preset, "preset");
        Objects.requireNonNull(settings, "settings");
    }
}
