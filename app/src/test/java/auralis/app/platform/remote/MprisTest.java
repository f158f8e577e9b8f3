package auralis.app.platform.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import auralis.library.track.Repeat;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.interfaces.Properties.PropertiesChanged;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program on a real bus, as the panel of a desktop is. */
class MprisTest {
    private static final Path COVER = Path.of("/covers/1.jpg");
    private static final MediaState PLAYING = state(3, "One", MediaState.Status.PLAYING);

    @TempDir private Path folder;
    private final RecordedCommands commands = new RecordedCommands();
    private final Complaints complaints = new Complaints();
    private Set<Thread> before;
    private PrivateBus bus;
    private DBusConnection desktop;
    private Mpris mpris;

    @BeforeEach
    void connect() throws IOException, DBusException {
        assumeTrue(PrivateBus.possible(), "no dbus-daemon");
        complaints.listen();
        before = Thread.getAllStackTraces().keySet();
        bus = new PrivateBus(folder);
        desktop = bus.connect();
        mpris = new Mpris(bus.address(), file -> Optional.of(COVER));
    }

    @AfterEach
    void disconnect() {
        if (bus != null) {
            mpris.close();
            desktop.disconnect();
            bus.close();
            complaints.close();
            PrivateBus.await("no thread is left", () -> threads().isEmpty());
        }
    }

    @Test
    void whatPlaysIsThereToBeRead() throws DBusException {
        startAs(MprisLink.NAME);
        commands.seconds = 12.5;
        Map<String, Variant<?>> all = properties().GetAll(MprisPlayer.PLAYER);
        assertThat(all.get("PlaybackStatus").getValue()).isEqualTo("Playing");
        assertThat(all.get("Position").getValue()).isEqualTo(12_500_000L);
        Map<?, ?> metadata = (Map<?, ?>) all.get("Metadata").getValue();
        assertThat(metadata.get("xesam:title")).hasToString("[One]");
        assertThat(metadata.get("mpris:artUrl")).hasToString("[file:///covers/1.jpg]");
        String identity = properties().Get(MprisPlayer.PROGRAM, "Identity");
        assertThat(identity).isEqualTo("Auralis");
        Properties remote = properties();
        assertThatThrownBy(() -> remote.Get(MprisPlayer.PLAYER, "Nothing"))
                .isInstanceOf(DBusExecutionException.class)
                .hasMessageContaining("has no property Nothing");
    }

    @Test
    void commandsArriveInTheirOrder() throws DBusException, IOException {
        startAs(MprisLink.NAME);
        MprisInterfaces.Player player = remote(MprisInterfaces.Player.class);
        player.next();
        player.pause();
        player.playPause();
        player.play();
        player.stop();
        player.previous();
        player.seek(-1_500_000);
        player.setPosition(new DBusPath("/auralis/track/3"), 2_000_000);
        Path file = Files.createFile(folder.resolve("ü 1.flac"));
        player.openUri(file.toUri().toString());
        remote(MprisInterfaces.MediaPlayer.class).raise();
        remote(MprisInterfaces.MediaPlayer.class).quit();
        assertThat(commands.all)
                .containsExactly(
                        "next",
                        "pause",
                        "playPause",
                        "play",
                        "stop",
                        "previous",
                        "seekBy -1.5",
                        "seekTo 3 2.0",
                        "open ü 1.flac",
                        "raise",
                        "quit");
    }

    @Test
    void onlyFilesThatAreThereAreOpened() throws DBusException {
        startAs(MprisLink.NAME);
        MprisInterfaces.Player player = remote(MprisInterfaces.Player.class);
        for (String uri : List.of("https://example.org/a.mp3", "no uri", "file:///away/a.mp3")) {
            assertThatThrownBy(() -> player.openUri(uri))
                    .isInstanceOf(DBusExecutionException.class)
                    .hasMessageContaining(uri);
        }
        assertThat(commands.all).isEmpty();
    }

    @Test
    void volumeShuffleAndLoopAreSetAndNothingElse() throws DBusException {
        startAs(MprisLink.NAME);
        Properties remote = properties();
        remote.Set(MprisPlayer.PLAYER, "Volume", new Variant<>(1.7));
        remote.Set(MprisPlayer.PLAYER, "Shuffle", new Variant<>(true));
        remote.Set(MprisPlayer.PLAYER, "LoopStatus", new Variant<>("Track"));
        remote.Set(MprisPlayer.PLAYER, "Rate", new Variant<>(2.0));
        remote.Set(MprisPlayer.PLAYER, "Rate", new Variant<>(0.0));
        assertThat(commands.all)
                .containsExactly("volume 1.0", "shuffle true", "repeat ONE", "pause");
        for (String name : List.of("CanPlay", "Nothing")) {
            assertThatThrownBy(() -> remote.Set(MprisPlayer.PLAYER, name, new Variant<>(true)))
                    .isInstanceOf(DBusExecutionException.class);
        }
    }

    @Test
    void theDesktopIsToldOfChangesAndJumpsOnly() throws DBusException {
        List<Map<String, Variant<?>>> changes = new CopyOnWriteArrayList<>();
        List<Long> jumps = new CopyOnWriteArrayList<>();
        desktop.addSigHandler(
                PropertiesChanged.class, signal -> changes.add(signal.getPropertiesChanged()));
        desktop.addSigHandler(
                MprisInterfaces.Player.Seeked.class, signal -> jumps.add(signal.position()));
        startAs(MprisLink.NAME);
        mpris.show(PLAYING);
        mpris.show(state(3, "One", MediaState.Status.PAUSED));
        PrivateBus.await("the pause is told", () -> changes.size() == 1);
        mpris.show(state(4, "Two", MediaState.Status.PAUSED));
        PrivateBus.await("the track is told", () -> changes.size() == 2);
        mpris.jumped(30);
        PrivateBus.await("the jump is told", () -> jumps.size() == 1);
        assertThat(changes.get(0)).containsOnlyKeys("PlaybackStatus");
        assertThat(changes.get(1)).containsOnlyKeys("Metadata");
        assertThat(changes).hasSize(2);
        assertThat(jumps).containsExactly(30_000_000L);
    }

    @Test
    void aSecondPlayerTakesANameOfItsOwn() throws DBusException {
        startAs(MprisLink.NAME);
        try (Mpris second = new Mpris(bus.address(), file -> Optional.empty())) {
            second.start(PLAYING, commands);
            awaitName(MprisLink.NAME + ".instance" + ProcessHandle.current().pid());
        }
        assertThat(hasName(MprisLink.NAME)).isTrue();
    }

    @Test
    void aNotificationTakesThePlaceOfTheOneBefore() throws DBusException {
        FakeNotifications notifications = new FakeNotifications();
        desktop.exportObject(notifications);
        desktop.requestBusName(FakeNotifications.SERVICE);
        startAs(MprisLink.NAME);
        mpris.announce();
        PrivateBus.await("the first is shown", () -> notifications.shown.size() == 1);
        mpris.show(state(4, "Two", MediaState.Status.PLAYING));
        mpris.announce();
        PrivateBus.await("the second is shown", () -> notifications.shown.size() == 2);
        FakeNotifications.Shown first = notifications.shown.get(0);
        assertThat(first.replaced()).isZero();
        assertThat(first.summary()).isEqualTo("One");
        assertThat(first.body()).isEqualTo("A &amp; B\nBoth");
        assertThat(first.hints().get("image-path").getValue()).isEqualTo("file:///covers/1.jpg");
        assertThat(notifications.shown.get(1).replaced()).isEqualTo(42);
        assertThat(notifications.shown.get(1).summary()).isEqualTo("Two");
    }

    @Test
    void aSentenceTakesThePlaceOfNothing() throws DBusException {
        FakeNotifications notifications = new FakeNotifications();
        desktop.exportObject(notifications);
        desktop.requestBusName(FakeNotifications.SERVICE);
        startAs(MprisLink.NAME);
        mpris.announce();
        mpris.tell("38 mastered, in /music/R&B");
        PrivateBus.await("both are shown", () -> notifications.shown.size() == 2);
        FakeNotifications.Shown sentence = notifications.shown.get(1);
        assertThat(sentence.replaced()).isZero();
        assertThat(sentence.body()).isEqualTo("38 mastered, in /music/R&amp;B");
        assertThat(sentence.hints()).doesNotContainKey("transient");
    }

    @Test
    void whereNobodyShowsNotificationsThatIsSaidOnce() throws DBusException {
        List<Map<String, Variant<?>>> changes = new CopyOnWriteArrayList<>();
        desktop.addSigHandler(
                PropertiesChanged.class, signal -> changes.add(signal.getPropertiesChanged()));
        startAs(MprisLink.NAME);
        mpris.announce();
        mpris.announce();
        mpris.show(state(4, "Two", MediaState.Status.PLAYING));
        PrivateBus.await("all else goes on", () -> changes.size() == 1);
        assertThat(complaints.all).hasSize(1);
    }

    @Test
    void aBusThatGoesAwayIsALineInTheLog() throws DBusException {
        startAs(MprisLink.NAME);
        bus.close();
        PrivateBus.await("the loss is noticed", () -> !complaints.all.isEmpty());
        mpris.show(state(4, "Two", MediaState.Status.PLAYING));
        mpris.jumped(1);
        mpris.announce();
        mpris.close();
        assertThat(complaints.all).hasSize(1);
    }

    @Test
    void aBusThatRefusesIsALineInTheLog() throws IOException {
        Path nobody = Files.createFile(folder.resolve("nobody"));
        try (Mpris refused = new Mpris("unix:path=" + nobody, file -> Optional.empty())) {
            refused.start(PLAYING, commands);
            refused.show(PLAYING);
            PrivateBus.await("it is said", () -> !complaints.all.isEmpty());
        }
        assertThat(complaints.all).hasSize(1);
    }

    /** The threads are gone when the test ends. */
    @Test
    void aBusThatSaysNothingKeepsNobody() throws IOException {
        Path mute = folder.resolve("mute");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(mute));
            Mpris waiting = new Mpris("unix:path=" + mute, file -> Optional.empty());
            waiting.start(PLAYING, commands);
            server.accept();
            waiting.close();
            assertThat(complaints.all).isEmpty();
        }
    }

    private void startAs(String name) throws DBusException {
        mpris.start(PLAYING, commands);
        awaitName(name);
    }

    private void awaitName(String name) throws DBusException {
        DBus daemon =
                desktop.getRemoteObject(
                        "org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
        PrivateBus.await(name, () -> daemon.NameHasOwner(name));
    }

    private boolean hasName(String name) throws DBusException {
        return desktop.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class)
                .NameHasOwner(name);
    }

    private Properties properties() throws DBusException {
        return remote(Properties.class);
    }

    private <T extends org.freedesktop.dbus.interfaces.DBusInterface> T remote(Class<T> type)
            throws DBusException {
        return desktop.getRemoteObject(MprisLink.NAME, MprisPlayer.PATH, type, false);
    }

    private Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.startsWith("DBus") || name.startsWith("media-keys"))
                .collect(Collectors.toSet());
    }

    private static MediaState state(long number, String title, MediaState.Status status) {
        MediaState.Track track =
                new MediaState.Track(
                        number,
                        Path.of("/music/1.flac"),
                        title,
                        "A & B",
                        "Both",
                        OptionalDouble.of(60));
        return new MediaState(
                Optional.of(track), status, 1, false, Repeat.OFF, true, true, true, true);
    }

    /** What the log is told, by whomever. */
    private static final class Complaints extends Handler {
        final List<String> all = new CopyOnWriteArrayList<>();
        private final Logger root = Logger.getLogger("");

        void listen() {
            root.addHandler(this);
        }

        @Override
        public void publish(LogRecord said) {
            all.add(said.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            root.removeHandler(this);
        }
    }
}
