package auralis.app.platform.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/** A session bus of a test's own. */
final class PrivateBus implements AutoCloseable {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final Process daemon;
    private final String address;

    /** Whether {@code dbus-daemon} is installed. */
    static boolean possible() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "dbus-daemon")));
    }

    /**
     * @param folder for its files; its socket's path must stay short
     */
    PrivateBus(Path folder) throws IOException {
        Path settings = folder.resolve("bus.conf");
        Files.writeString(
                settings,
                """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig>
                  <type>session</type>
                  <listen>unix:path=%s</listen>
                  <policy context="default">
                    <allow send_destination="*" eavesdrop="true"/>
                    <allow eavesdrop="true"/>
                    <allow own="*"/>
                  </policy>
                </busconfig>
                """
                        .formatted(folder.resolve("bus")));
        daemon =
                new ProcessBuilder(
                                List.of(
                                        "dbus-daemon",
                                        "--config-file=" + settings,
                                        "--print-address",
                                        "--nofork",
                                        "--nopidfile"))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        address = firstLine();
        assertThat(address).startsWith("unix:path=");
    }

    private String firstLine() throws IOException {
        BufferedReader lines = daemon.inputReader(StandardCharsets.UTF_8);
        return lines.readLine();
    }

    String address() {
        return address;
    }

    DBusConnection connect() throws DBusException {
        return DBusConnectionBuilder.forAddress(address).withShared(false).build();
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Ends it; its programs lose their connection. */
    @Override
    public void close() {
        daemon.destroy();
        try {
            if (!daemon.waitFor(5, TimeUnit.SECONDS)) {
                daemon.destroyForcibly();
            }
        } catch (InterruptedException e) {
            daemon.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
