package auralis.app.transcript;

import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.dsp.speech.Span;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Segment.Mark;
import auralis.library.transcript.Word;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A row of a transcript: a segment as words that can be clicked, or a silence, or a gap. It is as
 * high as its words need in the width of the list; the labels of words are used again.
 */
final class LineCell extends ListCell<Line> {
    /** Less sure than that, a word is marked. */
    static final double UNSURE = 0.5;

    /** Longer than that, and what stands between two spaces may take several rows. */
    private static final int LONG = 20;

    private static final PseudoClass HEARD = PseudoClass.getPseudoClass("heard");
    private static final PseudoClass ESTIMATED = PseudoClass.getPseudoClass("estimated");
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("unsure");
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass CARET = PseudoClass.getPseudoClass("caret");
    private static final PseudoClass GLUED = PseudoClass.getPseudoClass("glued");
    private static final PseudoClass SUSPICIOUS = PseudoClass.getPseudoClass("suspicious");
    private static final PseudoClass ANNOTATION = PseudoClass.getPseudoClass("annotation");

    private final ScriptList owner;
    private final Label time = new Label();
    private final Label speaker = new Label();
    private final FlowPane words = new FlowPane();
    private final Label nothing = new Label(Texts.text("transcript.line.empty"));
    private final FontIcon mark = new FontIcon();
    private final Label markLabel = new Label("", mark);
    private final HBox said = new HBox();
    private final Label rest = new Label();
    private final Button again = new Button(Texts.text("transcript.again"));
    private final HBox other = new HBox();
    private final List<Label> pool = new ArrayList<>();
    private List<Token> tokens = List.of();
    private boolean selectedStyle;

    LineCell(ScriptList owner) {
        this.owner = owner;
        getStyleClass().add("transcript-line");
        time.getStyleClass().add("transcript-time");
        speaker.getStyleClass().add("transcript-speaker");
        words.getStyleClass().add("transcript-words");
        nothing.getStyleClass().add("transcript-nothing");
        nothing.maxWidthProperty().bind(words.widthProperty());
        markLabel.getStyleClass().add("transcript-mark");
        said.getStyleClass().add("transcript-said");
        said.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        speaker.setOnMouseClicked(event -> owner.editSpeaker(segment()));
        time.setOnMouseClicked(event -> owner.play(segment(), -1));
        rest.getStyleClass().add("transcript-rest");
        again.getStyleClass().addAll("transcript-again");
        again.setOnAction(event -> owner.tryAgain());
        other.getStyleClass().add("transcript-other");
        other.setAlignment(Pos.CENTER_LEFT);
        setOnMouseClicked(this::editOnDoubleClick);
        owner.spot().addListener((seen, before, now) -> heard(before, now));
        owner.hits().addListener((seen, before, now) -> highlight());
        owner.caret().addListener((seen, before, now) -> markCaret());
        owner.editing().addListener((seen, before, now) -> compose());
        selectedProperty().addListener((seen, before, now) -> markCaret());
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        pseudoClassStateChanged(SUSPICIOUS, false);
        pseudoClassStateChanged(ANNOTATION, false);
        pseudoClassStateChanged(HEARD, false);
        tokens = List.of();
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else if (line instanceof Line.Said one) {
            show(one.segment());
        } else if (line instanceof Line.Gap gap) {
            show(gap.span(), "transcript.gap", true);
        } else if (line instanceof Line.Silence silence) {
            show(silence.span(), "transcript.silence", false);
        }
    }

    private int segment() {
        return owner.segmentOf(getIndex());
    }

    // ---- what is said

    private void show(Segment segment) {
        tokens = Token.of(segment);
        time.setText(Numbers.time(segment.start()));
        speaker.setText(segment.speaker().orElse(""));
        speaker.setTooltip(new Tooltip(segment.speaker().orElse(Texts.text("transcript.speaker"))));
        pseudoClassStateChanged(SUSPICIOUS, segment.marks().contains(Mark.SUSPICIOUS));
        pseudoClassStateChanged(ANNOTATION, segment.marks().contains(Mark.ANNOTATION));
        showMark(segment);
        words.setNodeOrientation(orientation(segment.text()));
        words.getChildren().clear();
        for (int i = 0; i < tokens.size(); i++) {
            words.getChildren().add(word(i));
        }
        if (tokens.isEmpty()) {
            words.getChildren().add(nothing);
        }
        compose();
        setGraphic(said);
        setAccessibleText(spoken(segment));
        styleHeard(owner.spot().get());
        highlight();
        markCaret();
    }

    private static NodeOrientation orientation(String text) {
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        return bidi.baseIsLeftToRight()
                ? NodeOrientation.LEFT_TO_RIGHT
                : NodeOrientation.RIGHT_TO_LEFT;
    }

    private void showMark(Segment segment) {
        String key = markKey(segment);
        markLabel.setVisible(!key.isEmpty());
        if (!key.isEmpty()) {
            mark.setIconLiteral(
                    switch (key) {
                        case "transcript.suspicious" -> "mdi2a-alert-outline";
                        case "transcript.annotation" -> "mdi2m-music-note-outline";
                        default -> "mdi2p-pencil-outline";
                    });
            markLabel.setTooltip(new Tooltip(Texts.text(key)));
        }
    }

    private static String markKey(Segment segment) {
        if (segment.marks().contains(Mark.SUSPICIOUS)) {
            return "transcript.suspicious";
        }
        if (segment.marks().contains(Mark.ANNOTATION)) {
            return "transcript.annotation";
        }
        return segment.marks().contains(Mark.EDITED) ? "transcript.edited" : "";
    }

    private Label word(int i) {
        while (pool.size() <= i) {
            pool.add(newWord(pool.size()));
        }
        Label label = pool.get(i);
        Token token = tokens.get(i);
        boolean isLong = token.text().length() > LONG;
        label.setText(token.text());
        label.setWrapText(isLong);
        label.setMinWidth(isLong ? 0 : Region.USE_PREF_SIZE);
        label.setMaxWidth(Region.USE_COMPUTED_SIZE);
        label.pseudoClassStateChanged(GLUED, i > 0 && !token.spaced());
        label.pseudoClassStateChanged(ESTIMATED, token.word().filter(Word::estimated).isPresent());
        boolean doubtful = isUnsure(token);
        label.pseudoClassStateChanged(DOUBTFUL, doubtful);
        label.setTooltip(doubtful ? new Tooltip(doubt(token)) : null);
        return label;
    }

    private static boolean isUnsure(Token token) {
        return token.word().filter(word -> word.probability().orElse(1) < UNSURE).isPresent();
    }

    private static String doubt(Token token) {
        double probability = token.word().orElseThrow().probability().orElseThrow();
        return Texts.text("transcript.unsure", Numbers.percent(probability));
    }

    private Label newWord(int number) {
        Label label = new Label();
        label.getStyleClass().add("word");
        label.setOnMouseClicked(event -> clicked(event, number));
        return label;
    }

    private void clicked(MouseEvent event, int token) {
        if (event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 1
                && event.isStillSincePress()) {
            owner.play(segment(), token);
        }
    }

    private void editOnDoubleClick(MouseEvent event) {
        boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
        if (twice && segment() >= 0) {
            owner.edit(segment());
        }
    }

    private String spoken(Segment segment) {
        String key = markKey(segment);
        String text = segment.text().isEmpty() ? nothing.getText() : segment.text();
        return Texts.text(
                "transcript.spoken",
                Numbers.time(segment.start()),
                segment.speaker().orElse(""),
                text,
                key.isEmpty() ? "" : Texts.text(key));
    }

    /** The words, or the field in which they are changed. */
    private void compose() {
        if (!(getItem() instanceof Line.Said) || isEmpty()) {
            return;
        }
        ScriptList.Editing editing = owner.editing().get();
        boolean mine = editing != null && editing.segment() == segment();
        Node name = mine && editing.speaker() ? owner.speakerField() : speaker;
        Node text = mine && !editing.speaker() ? owner.textField() : words;
        List<Node> wanted = List.of(time, name, text, markLabel);
        if (!said.getChildren().equals(wanted)) {
            said.getChildren().setAll(wanted);
            requestLayout();
        }
    }

    private void heard(Spot before, Spot now) {
        int segment = segment();
        if (segment >= 0 && (before.segment() == segment || now.segment() == segment)) {
            styleHeard(now);
        }
    }

    private void styleHeard(Spot spot) {
        boolean here = spot.segment() == segment() && spot.speaks();
        pseudoClassStateChanged(HEARD, here);
        for (int i = 0; i < tokens.size(); i++) {
            pool.get(i).pseudoClassStateChanged(HEARD, here && spot.token() == i);
        }
    }

    private void highlight() {
        int segment = segment();
        if (segment < 0) {
            return;
        }
        Hits hits = owner.hits().get();
        List<Hits.Hit> here = hits.in(segment);
        for (int i = 0; i < tokens.size(); i++) {
            int token = i;
            pool.get(i)
                    .pseudoClassStateChanged(FOUND, here.stream().anyMatch(h -> h.covers(token)));
            pool.get(i)
                    .pseudoClassStateChanged(
                            CURRENT,
                            here.stream().anyMatch(h -> h.covers(token) && hits.isCurrent(h)));
        }
    }

    private void markCaret() {
        if (isSelected() || selectedStyle) {
            selectedStyle = isSelected();
            for (int i = 0; i < tokens.size(); i++) {
                pool.get(i)
                        .pseudoClassStateChanged(CARET, isSelected() && owner.caret().get() == i);
            }
        }
    }

    // ---- what is not said

    private void show(Span span, String key, boolean gap) {
        String from = Numbers.time(span.start());
        String words =
                Texts.text(key, from, Numbers.tenth(span.seconds()), Numbers.time(span.end()));
        rest.setText(words);
        other.getChildren().setAll(rest);
        if (gap) {
            other.getChildren().add(again);
            again.setAccessibleText(words + ", " + again.getText());
            again.setDisable(!owner.canTryAgain());
        }
        other.getStyleClass().removeAll("transcript-gap", "transcript-silence");
        other.getStyleClass().add(gap ? "transcript-gap" : "transcript-silence");
        setGraphic(other);
        setAccessibleText(words);
    }

    // ---- as high as the words need

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        double all = width > 0 ? width : getListView().getWidth();
        double inner = all - snappedLeftInset() - snappedRightInset();
        boundLongWords(inner);
        return snappedTopInset() + getGraphic().prefHeight(inner) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        Node graphic = getGraphic();
        if (graphic == null) {
            super.layoutChildren();
            return;
        }
        boundLongWords(getWidth() - snappedLeftInset() - snappedRightInset());
        graphic.resizeRelocate(
                snappedLeftInset(),
                snappedTopInset(),
                getWidth() - snappedLeftInset() - snappedRightInset(),
                getHeight() - snappedTopInset() - snappedBottomInset());
    }

    /** No word is wider than the place that all have. */
    private void boundLongWords(double width) {
        double taken = said.getSpacing() * (said.getChildren().size() - 1);
        for (Node node : said.getChildren()) {
            taken += node == words ? 0 : node.prefWidth(-1);
        }
        double room = Math.max(0, snapPositionX(width - taken));
        for (Label label : pool.subList(0, tokens.size())) {
            if (label.isWrapText() && label.getMaxWidth() != room) {
                label.setMaxWidth(room);
            }
        }
    }
}
