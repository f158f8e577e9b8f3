package auralis.app.master;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.master.PlanSentences;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The inspector of mastering: what is heard, what is wanted, what is done. */
public final class MasterPanel {
    private static final PseudoClass AMBER = PseudoClass.getPseudoClass("amber");

    private final MasteringSession session;
    private final VBox panel = new VBox();
    private final ScrollPane scroll = new ScrollPane(panel);
    private final VBox inspector = new VBox(scroll);
    private final CheckBox match = Named.labelled(new CheckBox(), "master.match");
    private final Label matched = new Label();
    private final Label beforeLufs = figure("master.before.lufs");
    private final Label beforePeak = figure("master.before.peak");
    private final Label afterLufs = figure("master.after.lufs");
    private final Label afterPeak = figure("master.after.peak");
    private final Label planState = new Label();
    private final ToneView tone = new ToneView();
    private final RestraintView restraint = new RestraintView();
    private final VBox sentences = new VBox();
    private final BlindTest blind;
    private final Host host;

    /**
     * @param blind stands in place of the settings while it runs
     */
    public MasterPanel(
            MasteringSession session,
            PresetShelf presets,
            ReferenceTracks references,
            EffectCatalogue effects,
            BlindTest blind,
            Actions actions,
            Host host) {
        this.session = session;
        this.blind = blind;
        this.host = host;
        inspector.setId("inspect");
        inspector.getStyleClass().add("inspect");
        Node blindTest = new BlindTestView(blind).node();
        VBox.setVgrow(blindTest, Priority.ALWAYS);
        inspector.getChildren().addAll(blindTest, exportRow(actions));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        panel.getStyleClass().add("inspect-content");
        sentences.getStyleClass().add("sentences");
        sentences.setId("master.plan");
        panel.getChildren()
                .addAll(
                        new SideSwitch(session.side()).node(),
                        matchRow(),
                        comparison(),
                        new SettingsForm(session, new PresetRow(session, presets, host)).node(),
                        albumRow(),
                        reference(references, host),
                        rack(effects),
                        planHead(),
                        plot("master.tone.title", tone),
                        plot("master.restraint.title", restraint),
                        sentences);
        session.outlook().subscribe(this::show);
        session.matching().subscribe(() -> show(session.outlook().get()));
        blind.state().subscribe(now -> showSettings(now.phase() == BlindTest.Phase.OFF));
        actions.bind(Action.BLIND_TEST, this::blindTest);
        actions.bind(
                Action.END_BLIND_TEST,
                this::endBlindTest,
                blind.state().map(now -> now.phase() != BlindTest.Phase.OFF));
    }

    private void showSettings(boolean shown) {
        FoldingSection.show(scroll, shown);
    }

    private void blindTest() {
        if (blind.isRunning()) {
            blind.end();
        } else {
            blind.obstacle().ifPresentOrElse(key -> host.done(Texts.text(key)), blind::start);
        }
    }

    /** First the score, then all as before. */
    private void endBlindTest() {
        if (blind.isRunning()) {
            blind.end();
        } else {
            blind.close();
        }
    }

    public Node node() {
        return inspector;
    }

    private static Node exportRow(Actions actions) {
        Button export = actions.dress(new Button(Action.EXPORT.text()), Action.EXPORT);
        export.setId("master.export");
        export.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(export, Priority.ALWAYS);
        HBox row = new HBox(export);
        row.getStyleClass().add("export-row");
        return row;
    }

    private Node matchRow() {
        match.selectedProperty().bindBidirectional(session.matching());
        matched.setId("master.match.state");
        matched.getStyleClass().add("badge");
        HBox row = new HBox(match, matched);
        row.getStyleClass().add("match-row");
        return row;
    }

    private Node albumRow() {
        CheckBox album = Named.labelled(new CheckBox(), "master.album");
        album.selectedProperty().bindBidirectional(session.album());
        Label meaning = new Label(Texts.text("master.album.meaning"));
        meaning.getStyleClass().add("quiet");
        meaning.setWrapText(true);
        return new VBox(album, meaning);
    }

    private Node reference(ReferenceTracks references, Host host) {
        return new ReferenceSection(
                        session.settings(),
                        references,
                        host,
                        () -> session.preset().get().settings().reference().amount())
                .node();
    }

    private Node rack(EffectCatalogue effects) {
        return new RackSection(
                        session.settings(),
                        effects,
                        () -> session.preset().get().settings().effects().amount())
                .node();
    }

    private Node planHead() {
        planState.setId("master.plan.state");
        planState.getStyleClass().add("badge");
        planState.setVisible(false);
        HBox head = new HBox(heading("master.plan.title"), planState);
        head.getStyleClass().add("match-row");
        return head;
    }

    private static Node plot(String title, Node plot) {
        VBox box = new VBox(small(title), plot);
        box.getStyleClass().add("plot-box");
        return box;
    }

    private Node comparison() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("comparison");
        for (double percent : new double[] {40, 30, 30}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            column.setHalignment(grid.getColumnConstraints().isEmpty() ? HPos.LEFT : HPos.RIGHT);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, new Label(), small("master.before"), small("master.after"));
        grid.addRow(1, small("master.lufs"), beforeLufs, afterLufs);
        grid.addRow(2, small("master.peak"), beforePeak, afterPeak);
        return grid;
    }

    private void show(Outlook outlook) {
        String before = Numbers.tenth(outlook.originalLufs());
        boolean changed = outlook.sound() == Outlook.Sound.CHANGED_MIX;
        beforeLufs.setText(changed ? Texts.text("master.about", before) : before);
        beforePeak.setText(Numbers.tenth(outlook.originalTruePeakDbtp()));
        showMastered(outlook);
        showMatch(outlook);
        tone.show(outlook);
        restraint.show(outlook);
        showSentences(outlook);
    }

    private void showMastered(Outlook outlook) {
        String lufs = Numbers.tenth(outlook.masteredLufs());
        boolean estimate = outlook.masteredLufs().isPresent() && !outlook.exact();
        afterLufs.setText(estimate ? Texts.text("master.about", lufs) : lufs);
        afterPeak.setText(
                outlook.plan()
                        .map(plan -> Texts.text("master.atmost", Numbers.tenth(plan.ceilingDbtp())))
                        .orElse(Numbers.UNKNOWN));
    }

    private void showMatch(Outlook outlook) {
        OptionalDouble louder = outlook.louderByDb();
        matched.setVisible(louder.isPresent());
        boolean on = session.matching().get();
        matched.pseudoClassStateChanged(AMBER, !on);
        if (louder.isPresent()) {
            double db = louder.getAsDouble();
            matched.setText(
                    on
                            ? Texts.text("master.match.by", Numbers.tenth(-Math.abs(db)))
                            : Texts.text("master.match.off", Numbers.signedTenth(db)));
        }
    }

    private void showSentences(Outlook outlook) {
        List<Node> lines = new ArrayList<>();
        outlook.problem().ifPresent(problem -> lines.addAll(problem(problem)));
        outlook.plan()
                .ifPresent(
                        plan -> plan.effects().failures().forEach(f -> lines.addAll(problem(f))));
        outlook.plan()
                .ifPresent(
                        plan -> lines.addAll(lines("mdi2c-circle-medium", PlanSentences.of(plan))));
        if (lines.isEmpty()) {
            lines.addAll(lines("mdi2i-information-outline", List.of(Texts.text(hint(outlook)))));
        }
        sentences.getChildren().setAll(lines);
        planState.setVisible(outlook.isProvisional());
        planState.setText(Texts.text(state(outlook)));
    }

    private static String state(Outlook outlook) {
        if (outlook.problem().isPresent()) {
            return "master.plan.estimated";
        }
        return outlook.sound() == Outlook.Sound.CHANGED_MIX
                ? "master.plan.mix"
                : "master.plan.refining";
    }

    private static String hint(Outlook outlook) {
        return outlook.isPreparing() ? "plan.preparing" : "plan.nothing";
    }

    private static List<Node> problem(String sentence) {
        return lines("mdi2a-alert-circle-outline", List.of(sentence));
    }

    private static List<Node> lines(String icon, List<String> texts) {
        return texts.stream().map(text -> line(icon, text)).toList();
    }

    private static Node line(String icon, String words) {
        Label text = new Label(Numbers.withTrueMinus(words));
        text.setWrapText(true);
        HBox line = new HBox(new FontIcon(icon), text);
        line.getStyleClass().add("sentence");
        return line;
    }

    static Label heading(String key) {
        Label heading = new Label(Texts.text(key));
        heading.getStyleClass().add("heading");
        return heading;
    }

    private static Label small(String key) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().add("quiet");
        return label;
    }

    private static Label figure(String id) {
        Label label = new Label(Numbers.UNKNOWN);
        label.setId(id);
        label.getStyleClass().add("big-figure");
        return label;
    }
}
