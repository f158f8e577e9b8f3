package auralis.app.transcript;

import auralis.app.text.Texts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.media.Media;
import javafx.scene.media.MediaException;
import javafx.scene.media.MediaPlayer;
import javafx.scene.media.MediaView;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;

/**
 * The picture of a video, which follows what the player plays, with captions over it. It makes no
 * sound of its own. Where the picture cannot be shown, one line says so. FX thread only.
 */
final class VideoPane {
    /** What JavaFX opens where the system has the codecs. */
    private static final Set<String> KNOWN = Set.of("mp4", "m4v", "mov");

    /** Files of these names have a picture as a rule. */
    private static final Set<String> OTHERS =
            Set.of("mkv", "webm", "avi", "wmv", "mpg", "mpeg", "ts", "mxf", "flv", "ogv", "3gp");

    /** Farther off, it jumps; nearer, it goes a little faster or slower. */
    private static final double JUMP = 0.35;

    private static final double FAIR = 0.06;
    private static final double HASTE = 0.06;

    /** After a jump it is given time before it jumps again, in s. */
    private static final double PATIENCE = 1.0;

    private final StackPane pane = new StackPane();
    private final Label caption = new Label();
    private final Label excuse = new Label();
    private final MediaView view = new MediaView();
    private MediaPlayer player; // null while there is none
    private double asked = Double.NaN; // where it jumped last
    private long askedAtNanos;

    VideoPane(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        pane.getStyleClass().add("transcript-video");
        pane.setId("transcript.video");
        caption.getStyleClass().add("transcript-caption");
        caption.setWrapText(true);
        caption.setTextAlignment(TextAlignment.CENTER);
        caption.setMinHeight(Region.USE_PREF_SIZE);
        caption.visibleProperty().bind(caption.textProperty().isNotEmpty());
        StackPane.setAlignment(caption, Pos.BOTTOM_CENTER);
        excuse.getStyleClass().add("transcript-excuse");
        excuse.setId("transcript.video.excuse");
        excuse.setWrapText(true);
        excuse.setMaxWidth(Double.MAX_VALUE);
        excuse.setMinHeight(Region.USE_PREF_SIZE);
        excuse.managedProperty().bind(excuse.visibleProperty());
        excuse.setVisible(false);
        view.setPreserveRatio(true);
        view.fitWidthProperty().bind(pane.widthProperty());
        view.fitHeightProperty().bind(pane.heightProperty());
        pane.setMinSize(0, 0);
        pane.managedProperty().bind(pane.visibleProperty());
        pane.setVisible(false);
        if (KNOWN.contains(ending)) {
            open(file);
        } else if (OTHERS.contains(ending)) {
            excuse(Texts.text("transcript.video.kind"));
        }
    }

    Node node() {
        return pane;
    }

    /** A line that says why there is no picture; there only where there should be one. */
    Node excuse() {
        return excuse;
    }

    /** Where the player is; what is spoken there. */
    void follow(double seconds, boolean playing, String spoken) {
        caption.setText(spoken);
        if (player == null) {
            return;
        }
        boolean plays = player.getStatus() == MediaPlayer.Status.PLAYING;
        if (playing && !plays) {
            player.play();
        } else if (!playing && plays) {
            player.pause();
        }
        correct(seconds, playing);
    }

    void close() {
        if (player != null) {
            player.dispose();
            player = null;
        }
    }

    private void correct(double seconds, boolean playing) {
        double drift = seconds - player.getCurrentTime().toSeconds();
        boolean patient =
                playing
                        && !Double.isNaN(asked)
                        && System.nanoTime() - askedAtNanos < PATIENCE * 1e9
                        && Math.abs(seconds - asked) < PATIENCE + JUMP;
        if (Math.abs(drift) > (playing ? JUMP : FAIR) && !patient && seconds != asked) {
            player.seek(Duration.seconds(seconds));
            player.setRate(1);
            asked = seconds;
            askedAtNanos = System.nanoTime();
        } else if (playing) {
            player.setRate(Math.abs(drift) < FAIR ? 1 : drift > 0 ? 1 + HASTE : 1 - HASTE);
        }
    }

    /** Missing libraries of the system are no reason for anything else to fail. */
    private void open(Path file) {
        try {
            Media media = new Media(file.toUri().toString());
            media.setOnError(() -> fail(media.getError()));
            player = new MediaPlayer(media);
            player.setMute(true);
            player.setOnError(() -> fail(player == null ? null : player.getError()));
            player.setOnReady(
                    () -> {
                        if (media.getWidth() > 0) {
                            pane.getChildren().setAll(view, caption);
                            pane.setVisible(true);
                        } else {
                            close(); // sound alone
                        }
                    });
            view.setMediaPlayer(player);
        } catch (MediaException | IllegalArgumentException | UnsupportedOperationException e) {
            fail(e);
        } catch (LinkageError e) {
            close();
            excuse(Texts.text("transcript.video.libraries"));
        }
    }

    private void fail(Exception why) {
        close();
        MediaException.Type type =
                why instanceof MediaException media ? media.getType() : MediaException.Type.UNKNOWN;
        excuse(
                Texts.text(
                        switch (type) {
                            case MEDIA_UNSUPPORTED -> "transcript.video.kind";
                            case PLAYBACK_HALTED -> "transcript.video.sound";
                            default -> "transcript.video.libraries";
                        }));
    }

    private void excuse(String sentence) {
        excuse.setText(sentence);
        excuse.setVisible(true);
        pane.setVisible(false);
    }
}
