package auralis.app.transcript;

import auralis.app.play.SeekWave;
import auralis.app.play.Wave;
import auralis.dsp.speech.Span;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Segment.Mark;
import auralis.library.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/**
 * The waveform of a track over marks of where somebody speaks, where the engine may have made it
 * up, and where nothing could be recognised. However many segments there are, a mark is no narrower
 * than a pixel and there are no more of them than pixels.
 */
final class ScriptWave extends Region {
    private static final double STRIP = 6;
    private static final double SPACE = 3;

    private final SeekWave wave;
    private final double seconds;
    private final Path said = mark("transcript-mark-said");
    private final Path doubtful = mark("transcript-mark-suspicious");
    private final Path gaps = mark("transcript-mark-gap");
    private Transcript transcript; // null before the first
    private double drawnWidth = -1;

    ScriptWave(double seconds, DoubleConsumer onSeek) {
        this.seconds = seconds;
        wave = new SeekWave(seconds, "transcript-wave", onSeek);
        getStyleClass().add("transcript-wave-box");
        getChildren().addAll(wave, said, doubtful, gaps);
    }

    DoubleProperty position() {
        return wave.position();
    }

    void show(Wave shape) {
        wave.show(shape);
    }

    void show(Transcript now) {
        transcript = now;
        drawnWidth = -1;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double width = getWidth() - left - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        wave.resizeRelocate(left, snappedTopInset(), width, height - STRIP - SPACE);
        double y = snappedTopInset() + height - STRIP;
        if (transcript != null && width != drawnWidth) {
            drawnWidth = width;
            draw(width, left, y);
        }
    }

    private void draw(double width, double left, double y) {
        List<Span> all = new ArrayList<>();
        List<Span> odd = new ArrayList<>();
        for (Segment segment : transcript.segments()) {
            boolean suspicious = segment.marks().contains(Mark.SUSPICIOUS);
            (suspicious ? odd : all).add(new Span(segment.start(), segment.end()));
        }
        draw(said, all, width, left, y);
        draw(doubtful, odd, width, left, y);
        draw(gaps, transcript.gaps(), width, left, y);
    }

    /** Spans are in the order of their starts. */
    private void draw(Path mark, List<Span> spans, double width, double left, double y) {
        List<PathElement> elements = new ArrayList<>();
        double drawn = -1;
        for (Span span : spans) {
            double from = Math.max(drawn, Math.floor(x(span.start(), width)));
            double to = Math.min(width, Math.max(from + 1, Math.floor(x(span.end(), width)) - 1));
            if (to > from && from >= drawn && to > drawn) {
                elements.addAll(rectangle(left + from, y, left + to));
                drawn = to;
            }
        }
        mark.getElements().setAll(elements);
    }

    private double x(double second, double width) {
        return seconds <= 0 ? 0 : Math.min(1, second / seconds) * width;
    }

    private static List<PathElement> rectangle(double from, double y, double to) {
        return List.of(
                new MoveTo(from, y),
                new HLineTo(to),
                new LineTo(to, y + STRIP),
                new HLineTo(from),
                new ClosePath());
    }

    private static Path mark(String styleClass) {
        Path path = new Path();
        path.getStyleClass().add(styleClass);
        path.setManaged(false);
        path.setMouseTransparent(true);
        path.setStrokeWidth(0);
        path.setStroke(null);
        return path;
    }
}
