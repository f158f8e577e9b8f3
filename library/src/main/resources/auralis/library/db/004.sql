-- Work in the background. A batch is what was given together: the number of its first job. The
-- audio seconds are those of the source, where they are known; active are those that it was worked on.
-- A wish is what another process wants of the one that works on it.
DROP TABLE job;

CREATE TABLE job (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    batch         INTEGER NOT NULL,
    position      INTEGER NOT NULL,
    work          TEXT    NOT NULL,
    source        TEXT    NOT NULL,
    payload       TEXT    NOT NULL,
    audio_seconds REAL,
    state         TEXT    NOT NULL CHECK (state IN ('PENDING', 'HELD', 'RUNNING', 'PAUSED', 'DONE',
                                                    'FAILED', 'CANCELLED', 'SKIPPED', 'INTERRUPTED')),
    phase         TEXT,
    progress      REAL    NOT NULL DEFAULT 0,
    attempts      INTEGER NOT NULL DEFAULT 0,
    error         TEXT,
    result        TEXT,
    wish          TEXT    CHECK (wish IN ('PAUSE', 'RESUME', 'CANCEL')),
    owner         TEXT,
    heartbeat_at  INTEGER,
    not_before    INTEGER NOT NULL DEFAULT 0,
    active_ms     INTEGER NOT NULL DEFAULT 0,
    created_at    INTEGER NOT NULL,
    started_at    INTEGER,
    finished_at   INTEGER
);

CREATE INDEX job_turn ON job (state, position);

-- Counts changes of the queue, so that every process sees those of the others. Progress is none.
CREATE TABLE job_clock (changes INTEGER NOT NULL);

INSERT INTO job_clock VALUES (0);

CREATE TRIGGER job_added AFTER INSERT ON job BEGIN UPDATE job_clock SET changes = changes + 1; END;

CREATE TRIGGER job_changed AFTER UPDATE OF state, position, payload, error, result ON job BEGIN UPDATE job_clock SET changes = changes + 1; END;

CREATE TRIGGER job_removed AFTER DELETE ON job BEGIN UPDATE job_clock SET changes = changes + 1; END;
