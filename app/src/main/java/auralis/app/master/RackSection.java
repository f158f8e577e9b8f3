package auralis.app.master;

import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.dsp.effect.AudioEffect;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.effect.EffectSettings;
import auralis.dsp.effect.RackSettings;
import auralis.dsp.master.MasteringSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The effects of the settings, folded away until they are wanted. Each control replaces the
 * settings by others; the cards follow the settings, whoever changed them.
 */
final class RackSection {
    private static final String ID = "master.effects";

    private final ObjectProperty<MasteringSettings> settings;
    private final EffectCatalogue catalogue;
    private final FoldingSection section;
    private final Label empty = new Label(Texts.text("master.effects.empty"));
    private final VBox cards = new VBox();
    private final CheckBox on = Named.labelled(new CheckBox(), ID + ".on");
    private final ValueSlider amount =
            new ValueSlider(ID + ".amount", 0, 1, 0.01, Numbers::percent);
    private final HBox whole = new HBox();

    /** Of the cards that are shown, in order. */
    private final List<Place> places = new ArrayList<>();

    /** A card and what it is for. */
    private record Place(String effect, BooleanProperty open, EffectCard card) {}

    RackSection(
            ObjectProperty<MasteringSettings> settings,
            EffectCatalogue catalogue,
            DoubleSupplier presetAmount) {
        this.settings = settings;
        this.catalogue = catalogue;
        amount.bind(settings, Setting.EFFECTS_AMOUNT, presetAmount);
        cards.getStyleClass().add("effects");
        empty.setWrapText(true);
        empty.getStyleClass().add("quiet");
        section = new FoldingSection(ID, empty, cards, whole(), add());
        settings.subscribe(now -> show(now.effects()));
    }

    Node node() {
        return section.node();
    }

    /** What concerns all effects together. */
    private Node whole() {
        on.setOnAction(event -> change(rack -> rack.withOn(on.isSelected())));
        on.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = amount.row();
        row.disableProperty().bind(on.selectedProperty().not());
        HBox.setHgrow(row, Priority.ALWAYS);
        whole.getChildren().addAll(on, row);
        whole.getStyleClass().add("match-row");
        return whole;
    }

    private Node add() {
        MenuButton add = Named.labelled(new MenuButton(), "master.effects.add");
        add.setGraphic(new FontIcon("mdi2p-plus"));
        add.setMaxWidth(Double.MAX_VALUE);
        for (AudioEffect effect : catalogue.effects()) {
            MenuItem item = new MenuItem(effect.name());
            item.setId(ID + ".add." + effect.id());
            item.setOnAction(event -> add(effect));
            add.getItems().add(item);
        }
        return add;
    }

    private void add(AudioEffect effect) {
        change(rack -> rack.plus(EffectSettings.of(effect)));
        places.get(places.size() - 1).card.focus();
    }

    private void change(UnaryOperator<RackSettings> edit) {
        MasteringSettings now = settings.get();
        settings.set(now.withEffects(edit.apply(now.effects())));
    }

    private void show(RackSettings rack) {
        List<String> wanted = rack.effects().stream().map(EffectSettings::effect).toList();
        if (!wanted.equals(places.stream().map(Place::effect).toList())) {
            rebuild(rack);
        }
        for (int i = 0; i < places.size(); i++) {
            places.get(i).card.show(rack.effects().get(i));
        }
        boolean any = !wanted.isEmpty();
        FoldingSection.show(empty, !any);
        FoldingSection.show(cards, any);
        FoldingSection.show(whole, any);
        on.setSelected(rack.on());
        section.summary(summary(rack));
    }

    private String summary(RackSettings rack) {
        return rack.effects().stream()
                .filter(effect -> effect.on() && rack.on())
                .map(effect -> name(effect.effect()))
                .collect(Collectors.joining(", "));
    }

    private String name(String id) {
        return catalogue.find(id).map(AudioEffect::name).orElse(id);
    }

    /** Cards know their place, so all are made anew; each stays folded or open as it was. */
    private void rebuild(RackSettings rack) {
        List<Place> before = new ArrayList<>(places);
        places.clear();
        for (int i = 0; i < rack.effects().size(); i++) {
            EffectSettings effect = rack.effects().get(i);
            CardEdits edits = new CardEdits(i, rack.effects().size() - 1);
            places.add(place(effect, unfolded(effect.effect(), before), edits));
        }
        cards.getChildren().setAll(places.stream().map(place -> place.card.node()).toList());
    }

    private static BooleanProperty unfolded(String effect, List<Place> before) {
        for (Place place : before) {
            if (place.effect.equals(effect)) {
                before.remove(place);
                return place.open;
            }
        }
        return new SimpleBooleanProperty(true);
    }

    private Place place(EffectSettings effect, BooleanProperty unfolded, CardEdits edits) {
        EffectCard card =
                new EffectCard(
                        ID + "." + edits.index,
                        effect,
                        catalogue.find(effect.effect()),
                        unfolded,
                        edits);
        return new Place(effect.effect(), unfolded, card);
    }

    /** What is done to the effect at a place. */
    private final class CardEdits implements EffectCard.Edits {
        private final int index;
        private final int last;

        CardEdits(int index, int last) {
            this.index = index;
            this.last = last;
        }

        @Override
        public boolean canMove(int by) {
            return index + by >= 0 && index + by <= last;
        }

        @Override
        public void replace(EffectSettings effect) {
            change(rack -> rack.with(index, effect));
        }

        @Override
        public void move(int by) {
            if (canMove(by)) {
                change(rack -> rack.moved(index, index + by));
                places.get(index + by).card.focus();
            }
        }

        @Override
        public void remove() {
            change(rack -> rack.without(index));
            if (places.isEmpty()) {
                section.focus();
            } else {
                places.get(Math.min(index, places.size() - 1)).card.focus();
            }
        }
    }
}
