package auralis.app.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.javafx.FontIcon;

/** The actions of one window, bound to what they do. FX thread only. */
public final class Actions {
    private static final ObservableValue<Boolean> ALWAYS = new SimpleBooleanProperty(true);

    private final Map<Action, Command> commands = new EnumMap<>(Action.class);
    private final Map<Node, Set<KeyCode>> reserved = new HashMap<>();
    private final Set<Node> claimed = new HashSet<>();

    /** What an action does; disabled until somebody binds it. */
    private static final class Command {
        private final BooleanProperty enabled = new SimpleBooleanProperty(false);
        private final StringProperty text = new SimpleStringProperty();
        private Runnable run;
        private Property<Boolean> selected;
    }

    public Actions() {
        for (Action action : Action.values()) {
            Command command = new Command();
            command.text.set(action.text());
            commands.put(action, command);
        }
    }

    public void bind(Action action, Runnable run) {
        bind(action, run, ALWAYS);
    }

    public void bind(Action action, Runnable run, ObservableValue<Boolean> enabled) {
        Command command = commands.get(action);
        command.run = run;
        command.enabled.bind(enabled);
    }

    /** An action that switches something on and off. */
    public void bindSwitch(Action action, Property<Boolean> state) {
        bindSwitch(action, state, ALWAYS);
    }

    public void bindSwitch(
            Action action, Property<Boolean> state, ObservableValue<Boolean> enabled) {
        bind(action, () -> state.setValue(!state.getValue()), enabled);
        commands.get(action).selected = state;
    }

    /** Has menus say more exactly what an action does now. */
    public void bindText(Action action, ObservableValue<String> text) {
        commands.get(action).text.bind(text);
    }

    /** Actions nobody bound; the test of the window wants none. */
    public List<Action> unbound() {
        return Arrays.stream(Action.values()).filter(a -> commands.get(a).run == null).toList();
    }

    /** Does it, if it can be done now. */
    public void fire(Action action) {
        Command command = commands.get(action);
        if (command.enabled.get()) {
            command.run.run();
        }
    }

    /** Of all actions that are bound by now. */
    public MenuBar menuBar() {
        MenuBar bar = new MenuBar();
        bar.setId("menu");
        for (Action.Group group : Action.Group.values()) {
            bar.getMenus().add(menu(group));
        }
        return bar;
    }

    public ContextMenu contextMenu(List<List<Action>> sections) {
        List<MenuItem> items = new ArrayList<>();
        for (List<Action> section : sections) {
            if (!items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            section.forEach(action -> items.add(menuItem(action)));
        }
        return new ContextMenu(items.toArray(MenuItem[]::new));
    }

    /** Makes a button do the action: icon, tooltip, words for the screen reader, enabled or not. */
    public <B extends ButtonBase> B dress(B button, Action action) {
        if (!action.icon().isEmpty()) {
            button.setGraphic(new FontIcon(action.icon()));
        }
        button.setTooltip(new Tooltip(action.tip()));
        button.setAccessibleText(action.text());
        button.setOnAction(event -> fire(action));
        button.disableProperty().bind(commands.get(action).enabled.not());
        return button;
    }

    /** While the node has the focus, these keys are its own. */
    public void reserve(Node node, KeyCode... keys) {
        reserved.put(node, Set.of(keys));
    }

    /** While the focus is in a sheet that lies over the window, all keys are the sheet's. */
    public void claim(Node sheet) {
        claimed.add(sheet);
    }

    /** Whether it can be done now. */
    public ReadOnlyBooleanProperty enabled(Action action) {
        return commands.get(action).enabled;
    }

    boolean isEnabled(Action action) {
        return commands.get(action).enabled.get();
    }

    boolean isClaimed(Node focus) {
        for (Node node = focus; node != null; node = node.getParent()) {
            if (claimed.contains(node)) {
                return true;
            }
        }
        return false;
    }

    boolean isReserved(Node focus, KeyCode key) {
        return reserved.getOrDefault(focus, Set.of()).contains(key);
    }

    /** Makes the keys of all actions work in a scene. */
    public void installKeys(Scene scene) {
        new ActionKeys(this).install(scene);
    }

    private Menu menu(Action.Group group) {
        Menu menu = new Menu(group.text());
        for (Action action : Action.values()) {
            if (action.group() == group) {
                menu.getItems().add(menuItem(action));
            }
        }
        return menu;
    }

    /** An item for a menu of one's own. */
    public MenuItem menuItem(Action action) {
        Command command = commands.get(action);
        MenuItem item = command.selected == null ? plainItem(action) : checkItem(command);
        item.textProperty().bind(command.text);
        item.setAccelerator(action.keys());
        item.disableProperty().bind(command.enabled.not());
        return item;
    }

    private MenuItem plainItem(Action action) {
        MenuItem item = new MenuItem();
        item.setOnAction(event -> fire(action));
        if (!action.icon().isEmpty()) {
            item.setGraphic(new FontIcon(action.icon()));
        }
        return item;
    }

    private static MenuItem checkItem(Command command) {
        CheckMenuItem item = new CheckMenuItem();
        item.selectedProperty().bindBidirectional(command.selected);
        return item;
    }
}
