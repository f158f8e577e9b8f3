package auralis.app.stems;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/**
 * How loud a stem is now, its two sides next to each other: up at once, down by and by. FX thread
 * only.
 */
final class LevelBar extends Region {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final double LEAST_DBFS = -48;
    private static final double MOST_DBFS = 6;
    private static final double FALL_DB_PER_SECOND = 30;
    private static final double GAP = 2;

    private final List<Side> sides = List.of(new Side(), new Side());

    /** One of the two. */
    private static final class Side {
        final Region ground = new Region();
        final Region bar = new Region();
        double dbfs = LEAST_DBFS;

        Side() {
            ground.getStyleClass().add("stem-level-ground");
            bar.getStyleClass().add("stem-level-bar");
            ground.setManaged(false);
            bar.setManaged(false);
        }

        double share() {
            double share = (dbfs - LEAST_DBFS) / (MOST_DBFS - LEAST_DBFS);
            return Math.max(0, Math.min(1, share));
        }
    }

    LevelBar() {
        getStyleClass().add("stem-level");
        setMouseTransparent(true);
        sides.forEach(side -> getChildren().addAll(side.ground, side.bar));
        setVisible(false);
    }

    /**
     * @param seconds since the last time
     */
    void show(double leftDbfs, double rightDbfs, double seconds) {
        take(sides.get(0), leftDbfs, seconds);
        take(sides.get(1), rightDbfs, seconds);
        setVisible(true);
        place();
    }

    /** Nothing is heard. */
    void rest() {
        sides.forEach(side -> side.dbfs = LEAST_DBFS);
        setVisible(false);
    }

    private static void take(Side side, double dbfs, double seconds) {
        double fallen = side.dbfs - seconds * FALL_DB_PER_SECOND;
        side.dbfs = Math.max(LEAST_DBFS, Math.max(dbfs, fallen));
        side.bar.pseudoClassStateChanged(OVER, side.dbfs > 0);
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    private void place() {
        double width = (getWidth() - GAP) / 2;
        double height = getHeight();
        for (int i = 0; i < sides.size(); i++) {
            Side side = sides.get(i);
            double x = i * (width + GAP);
            double filled = Math.round(side.share() * height);
            side.ground.resizeRelocate(x, 0, width, height);
            side.bar.resizeRelocate(x, height - filled, width, filled);
        }
    }
}
