-- Customers of whom nothing may be left here: what was recorded for them goes too, see sync/client/eraser.
CREATE TABLE erasure (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    customer INTEGER NOT NULL,
    reason TEXT NOT NULL,
    staff_id INTEGER REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    at INTEGER NOT NULL
) STRICT;

-- What an erasure leaves to be done outside the database: the rows that went, and their files.
CREATE TABLE erased_row (id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE erased_file (sha256 TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;
