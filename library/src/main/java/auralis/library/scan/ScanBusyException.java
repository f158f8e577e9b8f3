package auralis.library.scan;

import java.io.IOException;

/** Another process scans the library that lies in this data folder. */
public final class ScanBusyException extends IOException {
    ScanBusyException() {
        super("Another Auralis is scanning this library. Try again when it is done.");
    }
}
