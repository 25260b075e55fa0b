-- What the server signed that it holds of a person's day, byte for byte as it came. (With row ids, because SQLite tells
-- of changes in such tables only.) whole: it listed everything that was here when it came.
CREATE TABLE day_receipt (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    file BLOB NOT NULL,
    fetched INTEGER NOT NULL,
    whole INTEGER NOT NULL DEFAULT 0 CHECK (whole IN (0, 1)),
    UNIQUE (staff_id, day)
) STRICT;

-- The keys by which a server's signatures are checked here: the first that it told, and those that followed from it.
CREATE TABLE trusted_key (
    id INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    public_key BLOB NOT NULL,
    since INTEGER NOT NULL,
    UNIQUE (server, public_key)
) STRICT;
