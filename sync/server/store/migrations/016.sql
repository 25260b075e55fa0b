-- What is written of a record shows in the conflicts on it.
CREATE INDEX open_conflict_row ON open_conflict (row_id);
