package auralis.app.platform.remote;

final class NoMediaKeys implements MediaKeys {
    @Override
    public boolean canAnnounce() {
        return false;
    }

    @Override
    public void start(MediaState first, MediaCommands commands) {}

    @Override
    public void show(MediaState now) {}

    @Override
    public void jumped(double seconds) {}

    @Override
    public void announce() {}

    @Override
    public void tell(String sentence) {}

    @Override
    public void close() {}
}
