package auralis.app.platform.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Desktops on a real bus that are asked not to fall asleep. */
class WakefulnessTest {
    @TempDir private Path folder;
    private PrivateBus bus;
    private DBusConnection desktop;
    private Wakefulness wakefulness;

    @BeforeEach
    void connect() throws IOException, DBusException {
        assumeTrue(PrivateBus.possible(), "no dbus-daemon");
        bus = new PrivateBus(folder);
        desktop = bus.connect();
        wakefulness = Wakefulness.of("Linux", Map.of("DBUS_SESSION_BUS_ADDRESS", bus.address()));
    }

    @AfterEach
    void disconnect() {
        if (bus != null) {
            wakefulness.close();
            desktop.disconnect();
            bus.close();
        }
    }

    private int connections() {
        try {
            DBus daemon = desktop.getRemoteObject("org.freedesktop.DBus", "/", DBus.class);
            return (int)
                    List.of(daemon.ListNames()).stream().filter(n -> n.startsWith(":")).count();
        } catch (DBusException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theWishLastsAsLongAsItsConnection() throws DBusException {
        FakeKeepers.Saver saver = new FakeKeepers.Saver();
        desktop.exportObject(saver);
        desktop.requestBusName("org.freedesktop.ScreenSaver");
        int alone = connections();
        wakefulness.keep(true, "Jobs are worked on");
        wakefulness.keep(true, "Music plays");
        PrivateBus.await("it is asked", () -> !saver.asked.isEmpty());
        assertThat(connections()).isEqualTo(alone + 1);
        wakefulness.keep(false, "");
        PrivateBus.await("the wish has ended", () -> connections() == alone);
        assertThat(saver.asked).containsExactly("auralis: Jobs are worked on");
        wakefulness.keep(true, "Music plays");
        PrivateBus.await("it is asked once more", () -> saver.asked.size() == 2);
        wakefulness.close();
        PrivateBus.await("closing ends it", () -> connections() == alone);
    }

    @Test
    void whoLetsTheScreenGoDarkIsAskedFirst() throws DBusException {
        FakeKeepers.Saver saver = new FakeKeepers.Saver();
        FakeKeepers.Session session = new FakeKeepers.Session();
        desktop.exportObject(saver);
        desktop.exportObject(session);
        desktop.requestBusName("org.freedesktop.ScreenSaver");
        desktop.requestBusName("org.gnome.SessionManager");
        wakefulness.keep(true, "Jobs are worked on");
        PrivateBus.await("it is asked", () -> !session.asked.isEmpty());
        assertThat(session.asked).containsExactly("auralis: Jobs are worked on 4");
        assertThat(saver.asked).isEmpty();
    }

    @Test
    void whereNobodyAnswersNoConnectionIsLeft() throws DBusException {
        int alone = connections();
        wakefulness.keep(true, "Jobs are worked on");
        wakefulness.close();
        assertThat(connections()).isEqualTo(alone);
    }

    @Test
    void windowsCannotBeAsked() {
        assertThat(Wakefulness.of("Windows 11", Map.of()).possible()).isFalse();
        assertThat(Wakefulness.of("Mac OS X", Map.of()).possible()).isTrue();
        assertThat(Wakefulness.of("Linux", Map.of()).possible()).isFalse();
    }

    @Test
    void nothingIsTakenTwice() {
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger released = new AtomicInteger();
        try (Wakefulness counted =
                Wakefulness.by(
                        reason -> {
                            taken.incrementAndGet();
                            return released::incrementAndGet;
                        })) {
            counted.keep(false, "");
            counted.keep(true, "");
            counted.keep(true, "");
        }
        assertThat(taken).hasValue(1);
        assertThat(released).hasValue(1);
    }
}
