package auralis.app.queue;

import auralis.app.catalogue.Row;

/** A track in the queue; the same track may stand there in several entries. */
public final class Entry {
    private final Row row;

    Entry(Row row) {
        this.row = row;
    }

    public Row row() {
        return row;
    }
}
