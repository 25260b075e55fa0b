-- What the supervisor saw that the record holds when he chose; NULL of an app that does not say.
ALTER TABLE conflict_choice ADD COLUMN theirs TEXT;
CREATE INDEX open_conflict_row ON open_conflict (row_id);
