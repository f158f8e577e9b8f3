-- Folders that the user gave to the library. A key is the path as its file system compares it.
CREATE TABLE root (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    path       TEXT    NOT NULL,
    path_key   TEXT    NOT NULL UNIQUE,
    online     INTEGER NOT NULL DEFAULT 1,
    scanned_at INTEGER
);

CREATE TABLE scan_problem (
    path   TEXT PRIMARY KEY,
    reason TEXT NOT NULL
) WITHOUT ROWID;

-- What tracks are grouped by. A sort key is the folded name; equal keys are one artist.
CREATE TABLE artist (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    name     TEXT NOT NULL,
    sort_key TEXT NOT NULL UNIQUE
);

CREATE TABLE album (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    title     TEXT    NOT NULL,
    artist_id INTEGER NOT NULL REFERENCES artist (id),
    sort_key  TEXT    NOT NULL,
    UNIQUE (sort_key, artist_id)
);

CREATE INDEX album_artist ON album (artist_id);

CREATE TABLE genre (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    name     TEXT NOT NULL,
    sort_key TEXT NOT NULL UNIQUE
);

ALTER TABLE track RENAME TO track_001;

-- The texts are those of the file's tags; the numbers beside them are what they say as numbers.
CREATE TABLE track (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    root_id         INTEGER REFERENCES root (id) ON DELETE SET NULL,
    path            TEXT    NOT NULL,
    path_key        TEXT    NOT NULL UNIQUE,
    bytes           INTEGER NOT NULL,
    modified_ms     INTEGER NOT NULL,
    content         TEXT,
    title           TEXT    NOT NULL,
    artist          TEXT    NOT NULL,
    album           TEXT    NOT NULL,
    album_artist    TEXT    NOT NULL,
    track           TEXT    NOT NULL,
    disc            TEXT    NOT NULL,
    year            TEXT    NOT NULL,
    genre           TEXT    NOT NULL,
    composer        TEXT    NOT NULL,
    comment         TEXT    NOT NULL,
    track_number    INTEGER,
    disc_number     INTEGER,
    year_number     INTEGER,
    title_key       TEXT    NOT NULL,
    artist_id       INTEGER REFERENCES artist (id),
    album_id        INTEGER REFERENCES album (id),
    genre_id        INTEGER REFERENCES genre (id),
    codec           TEXT,
    sample_rate     INTEGER,
    channels        INTEGER,
    bit_depth       INTEGER,
    seconds         REAL,
    state           TEXT    NOT NULL CHECK (state IN ('NEW', 'ANALYZED', 'FAILED')),
    presence        TEXT    NOT NULL CHECK (presence IN ('PRESENT', 'MISSING', 'OFFLINE')),
    integrated_lufs REAL,
    range_lu        REAL,
    true_peak_dbtp  REAL,
    problem         TEXT,
    added_at        INTEGER NOT NULL,
    removed_at      INTEGER
);

CREATE INDEX track_root ON track (root_id);
CREATE INDEX track_content ON track (content, presence, removed_at);
CREATE INDEX track_hidden ON track (id) WHERE removed_at IS NOT NULL;
CREATE INDEX track_artist ON track (artist_id);
CREATE INDEX track_album ON track (album_id);
CREATE INDEX track_genre ON track (genre_id);

INSERT INTO track
    SELECT id, NULL, path, path_key(path), -1, 0, NULL,
           title, artist, album, '', '', '', '', '', '', '',
           NULL, NULL, NULL, sort_key(title), NULL, NULL, NULL,
           NULL, NULL, NULL, NULL, seconds, state, 'PRESENT',
           integrated_lufs, NULL, true_peak_dbtp, problem, added_at, NULL
    FROM track_001;

DROP TABLE track_001;

-- Folded words of each track, by its id. Content is not kept twice.
CREATE VIRTUAL TABLE track_text USING fts5 (
    title, artist, album, album_artist, genre, file, folder, composer, comment,
    content = '', contentless_delete = 1, detail = full, prefix = '1 2 3',
    tokenize = 'ascii'
);

INSERT INTO track_text (rowid, title, artist, album, album_artist, genre, file, folder, composer, comment)
    SELECT id, fold(title), fold(artist), fold(album), '', '',
           fold_file(path), fold_folder(path), '', ''
    FROM track;

CREATE TABLE play (
    track_id INTEGER PRIMARY KEY REFERENCES track (id) ON DELETE CASCADE,
    count    INTEGER NOT NULL,
    last_at  INTEGER NOT NULL
);

CREATE TABLE favourite (
    track_id INTEGER PRIMARY KEY REFERENCES track (id) ON DELETE CASCADE,
    since    INTEGER NOT NULL
);

-- One with a search is a smart playlist and has no entries.
CREATE TABLE playlist (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT    NOT NULL,
    sort_key   TEXT    NOT NULL UNIQUE,
    search     TEXT,
    position   INTEGER NOT NULL,
    created_at INTEGER NOT NULL
);

CREATE TABLE playlist_entry (
    playlist_id INTEGER NOT NULL REFERENCES playlist (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    track_id    INTEGER NOT NULL REFERENCES track (id) ON DELETE CASCADE,
    PRIMARY KEY (playlist_id, position)
) WITHOUT ROWID;

CREATE INDEX playlist_entry_track ON playlist_entry (track_id);

-- Masters that were made of a track.
CREATE TABLE version (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    track_id        INTEGER NOT NULL REFERENCES track (id) ON DELETE CASCADE,
    path            TEXT    NOT NULL,
    path_key        TEXT    NOT NULL UNIQUE,
    preset          TEXT    NOT NULL,
    integrated_lufs REAL,
    true_peak_dbtp  REAL,
    created_at      INTEGER NOT NULL
);

CREATE INDEX version_track ON version (track_id);

-- The settings that the user chose for a track.
CREATE TABLE track_preset (
    track_id INTEGER PRIMARY KEY REFERENCES track (id) ON DELETE CASCADE,
    json     TEXT NOT NULL
);

CREATE TABLE queue_entry (
    position INTEGER PRIMARY KEY,
    track_id INTEGER NOT NULL REFERENCES track (id) ON DELETE CASCADE
);

CREATE INDEX queue_entry_track ON queue_entry (track_id);

CREATE TABLE job (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    work         TEXT    NOT NULL,
    source       TEXT,
    payload      TEXT    NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('PENDING', 'RUNNING', 'PAUSED', 'DONE', 'FAILED',
                                                   'CANCELLED', 'SKIPPED', 'INTERRUPTED')),
    phase        TEXT,
    progress     REAL    NOT NULL DEFAULT 0,
    attempts     INTEGER NOT NULL DEFAULT 0,
    error        TEXT,
    owner        TEXT,
    heartbeat_at INTEGER,
    created_at   INTEGER NOT NULL,
    started_at   INTEGER,
    finished_at  INTEGER
);

-- What was measured, by content. The files beside the database hold the same.
DROP TABLE analysis;

CREATE TABLE analysis (
    content TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    packed  BLOB    NOT NULL
);

CREATE TABLE fingerprint (
    content TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    vector  BLOB    NOT NULL
);

CREATE TABLE loudness (
    content              TEXT PRIMARY KEY,
    version              INTEGER NOT NULL,
    integrated_lufs      REAL,
    range_lu             REAL,
    max_momentary_lufs   REAL,
    max_short_term_lufs  REAL,
    true_peak_dbtp       REAL,
    sample_peak_dbfs     REAL
);

CREATE TABLE waveform (
    content TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    packed  BLOB    NOT NULL
);
