-- What plays next: what the user put there, and behind it the list that was played from, in the
-- order in which it plays. A rank is the place of a track in that list, which shuffling does not
-- change; passed are those that do not come any more.
DROP TABLE queue_entry;

CREATE TABLE queue_entry (
    part     TEXT    NOT NULL CHECK (part IN ('QUEUE', 'CONTEXT')),
    position INTEGER NOT NULL,
    track_id INTEGER NOT NULL REFERENCES track (id) ON DELETE CASCADE,
    rank     INTEGER NOT NULL,
    passed   INTEGER NOT NULL,
    PRIMARY KEY (part, position)
) WITHOUT ROWID;

CREATE INDEX queue_entry_track ON queue_entry (track_id);

-- One row: how the queue goes on.
CREATE TABLE queue_state (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    context  TEXT    NOT NULL,
    shuffled INTEGER NOT NULL,
    repeat   TEXT    NOT NULL CHECK (repeat IN ('OFF', 'ALL', 'ONE'))
);

-- One row, or none: what was open last, and how far it was heard.
CREATE TABLE queue_current (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    track_id   INTEGER NOT NULL REFERENCES track (id) ON DELETE CASCADE,
    of_context INTEGER NOT NULL,
    seconds    REAL    NOT NULL
);

CREATE INDEX queue_current_track ON queue_current (track_id);
