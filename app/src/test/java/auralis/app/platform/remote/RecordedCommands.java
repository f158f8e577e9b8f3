package auralis.app.platform.remote;

import auralis.library.track.Repeat;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A player that writes down what it was told. */
final class RecordedCommands implements MediaCommands {
    final List<String> all = new CopyOnWriteArrayList<>();
    volatile double seconds;

    @Override
    public void play() {
        all.add("play");
    }

    @Override
    public void pause() {
        all.add("pause");
    }

    @Override
    public void playPause() {
        all.add("playPause");
    }

    @Override
    public void stop() {
        all.add("stop");
    }

    @Override
    public void next() {
        all.add("next");
    }

    @Override
    public void previous() {
        all.add("previous");
    }

    @Override
    public void seekBy(double by) {
        all.add("seekBy " + by);
    }

    @Override
    public void seekTo(long track, double to) {
        all.add("seekTo " + track + " " + to);
    }

    @Override
    public void volume(double position) {
        all.add("volume " + position);
    }

    @Override
    public void shuffle(boolean on) {
        all.add("shuffle " + on);
    }

    @Override
    public void repeat(Repeat mode) {
        all.add("repeat " + mode);
    }

    @Override
    public void raise() {
        all.add("raise");
    }

    @Override
    public void quit() {
        all.add("quit");
    }

    @Override
    public void open(Path file) {
        all.add("open " + file.getFileName());
    }

    @Override
    public double positionSeconds() {
        return seconds;
    }
}
