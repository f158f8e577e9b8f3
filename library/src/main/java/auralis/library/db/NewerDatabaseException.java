package auralis.library.db;

import java.io.IOException;

/** The database belongs to a later version of the program. */
public final class NewerDatabaseException extends IOException {
    NewerDatabaseException(int found, int known) {
        super(
                "The library was made by a newer Auralis (schema "
                        + found
                        + ", this program knows "
                        + known
                        + "). Start the newer program, or choose another folder with --data-dir.");
    }
}
