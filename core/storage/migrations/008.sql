-- Conflicts that any device of the territory has met and nobody has settled yet, and what a supervisor chose.
CREATE TABLE open_conflict (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    tbl TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    mine TEXT,
    mine_by INTEGER NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    mine_at INTEGER NOT NULL,
    theirs TEXT,
    theirs_by INTEGER REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    theirs_at INTEGER NOT NULL,
    replica INTEGER NOT NULL,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE conflict_choice (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    conflict INTEGER NOT NULL,
    choice TEXT NOT NULL,
    addition TEXT,
    staff_id INTEGER NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX conflict_choice_conflict ON conflict_choice (conflict);

-- What somebody else has settled is no question any more to the person who met it.
CREATE TRIGGER open_conflict_gone AFTER DELETE ON open_conflict BEGIN
    DELETE FROM conflict WHERE row = old.row_id AND name = old.field AND seq = old.seq AND settled = 0
        AND old.replica = (SELECT value FROM device WHERE key = 'replica');
END;
