-- Open conflicts as the people of the territory see them, and what was chosen. The ids are those of `conflict`, which
-- keeps the values with their types.
CREATE TABLE open_conflict (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    customer_id {integer} NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    tbl TEXT NOT NULL,
    row_id {integer} NOT NULL,
    field TEXT NOT NULL,
    mine TEXT,
    mine_by {integer} NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    mine_at {integer} NOT NULL,
    theirs TEXT,
    theirs_by {integer} REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    theirs_at {integer} NOT NULL,
    replica {integer} NOT NULL,
    seq {integer} NOT NULL
) {strict};
CREATE INDEX open_conflict_customer ON open_conflict (customer_id);

CREATE TABLE conflict_choice (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    customer_id {integer} NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    conflict {integer} NOT NULL,
    choice TEXT NOT NULL,
    addition TEXT,
    staff_id {integer} NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    at {integer} NOT NULL
) {strict};
CREATE INDEX conflict_choice_customer ON conflict_choice (customer_id);

-- mine, theirs, both, or superseded by a newer edit; NULL while it is open and for those settled before this was kept.
ALTER TABLE conflict ADD COLUMN choice TEXT;
