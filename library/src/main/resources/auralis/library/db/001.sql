CREATE TABLE track (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    path            TEXT    NOT NULL UNIQUE,
    title           TEXT    NOT NULL,
    artist          TEXT    NOT NULL,
    album           TEXT    NOT NULL,
    state           TEXT    NOT NULL CHECK (state IN ('NEW', 'ANALYZED', 'FAILED')),
    seconds         REAL,
    integrated_lufs REAL,
    true_peak_dbtp  REAL,
    problem         TEXT,
    added_at        INTEGER NOT NULL
);

-- Results that can be computed again, by a key that names content and version (and settings).
CREATE TABLE analysis (
    key  TEXT PRIMARY KEY,
    json TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE plan (
    key  TEXT PRIMARY KEY,
    json TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE setting (
    key  TEXT PRIMARY KEY,
    json TEXT NOT NULL
) WITHOUT ROWID;
