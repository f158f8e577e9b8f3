package auralis.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** The regions of the window in reading order, for going from one to the next by a key. */
final class Regions {
    private static final PseudoClass FOCUS_VISIBLE = PseudoClass.getPseudoClass("focus-visible");

    private final List<Node> regions;

    Regions(List<Node> regions) {
        this.regions = List.copyOf(regions);
    }

    void next(Scene scene) {
        go(scene, 1);
    }

    void previous(Scene scene) {
        go(scene, -1);
    }

    private void go(Scene scene, int step) {
        int from = focused(scene.getFocusOwner());
        int start = from < 0 && step < 0 ? 0 : from;
        for (int i = 1; i <= regions.size(); i++) {
            Node region = regions.get(Math.floorMod(start + i * step, regions.size()));
            Optional<Node> target = firstFocusable(region);
            if (target.isPresent()) {
                focus(target.get());
                return;
            }
        }
    }

    /** Shows where the keyboard is now, which JavaFX does only for its own Tab. */
    private static void focus(Node target) {
        target.requestFocus();
        target.pseudoClassStateChanged(FOCUS_VISIBLE, true);
        target.focusedProperty()
                .addListener(
                        new InvalidationListener() {
                            @Override
                            public void invalidated(Observable focused) {
                                focused.removeListener(this);
                                target.pseudoClassStateChanged(FOCUS_VISIBLE, false);
                            }
                        });
    }

    private int focused(Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (regions.contains(node)) {
                return regions.indexOf(node);
            }
        }
        return -1;
    }

    private static Optional<Node> firstFocusable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> firstFocusable(child).stream())
                        .findFirst()
                : Optional.empty();
    }
}
