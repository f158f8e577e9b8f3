package auralis.app.shell;

import auralis.app.platform.remote.MediaCommands;
import auralis.app.platform.remote.MediaKeys;
import auralis.app.platform.remote.MediaState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A desktop that writes down what it was told, and can give commands. */
final class FakeMediaKeys implements MediaKeys {
    final List<MediaState> told = new CopyOnWriteArrayList<>();
    final List<Double> jumps = new CopyOnWriteArrayList<>();
    final List<String> announced = new CopyOnWriteArrayList<>();
    final List<String> sentences = new CopyOnWriteArrayList<>();
    volatile MediaCommands commands;

    @Override
    public boolean canAnnounce() {
        return true;
    }

    @Override
    public void start(MediaState first, MediaCommands obeyed) {
        told.add(first);
        commands = obeyed;
    }

    @Override
    public void show(MediaState now) {
        told.add(now);
    }

    @Override
    public void jumped(double seconds) {
        jumps.add(seconds);
    }

    @Override
    public void tell(String sentence) {
        sentences.add(sentence);
    }

    @Override
    public void announce() {
        announced.add(title());
    }

    @Override
    public void close() {}

    MediaState last() {
        return told.get(told.size() - 1);
    }

    String title() {
        return last().track().map(MediaState.Track::title).orElse("");
    }
}
