-- By which number of this database the server knows the question: the database gets another one when it was set back, and
-- when the handheld changes hands.
ALTER TABLE conflict ADD COLUMN replica INTEGER NOT NULL DEFAULT 0;
UPDATE conflict SET replica = coalesce(
    (SELECT o.replica FROM open_conflict o, device d WHERE o.row_id = conflict.row AND o.field = conflict.name
        AND o.seq = conflict.seq AND d.key IN ('replica', 'former_replicas')
        AND instr(' ' || d.value || ' ', ' ' || o.replica || ' ') > 0),
    (SELECT value FROM device WHERE key = 'replica'), 0);

-- What the person who is signed in is asked; a colleague's questions wait for him.
CREATE VIEW own_conflict AS SELECT * FROM conflict c WHERE NOT EXISTS (
    SELECT 1 FROM device m, device s WHERE m.key = 'makers' AND s.key = 'staff_id'
        AND instr(' ' || m.value, ' ' || c.replica || ':') > 0
        AND instr(' ' || m.value, ' ' || c.replica || ':' || s.value || ':') = 0);

-- Instead of those that asked for the present number. A first load that is under way makes them again from its notes;
-- they do nothing then that these do not.
DROP TRIGGER IF EXISTS open_conflict_gone;
DROP TRIGGER IF EXISTS open_conflict_changed;
-- What somebody else has settled is no question any more to the person who met it.
CREATE TRIGGER open_conflict_settled AFTER DELETE ON open_conflict BEGIN
    DELETE FROM conflict WHERE row = old.row_id AND name = old.field AND seq = old.seq AND replica = old.replica
        AND settled = 0;
END;
-- Nobody is asked about a value of the server's that has been replaced since.
CREATE TRIGGER open_conflict_followed AFTER UPDATE OF theirs ON open_conflict BEGIN
    UPDATE conflict SET theirs = new.theirs, theirs_at = new.theirs_at,
            theirs_by = ifnull((SELECT name FROM staff WHERE id = new.theirs_by), '')
        WHERE row = new.row_id AND name = new.field AND seq = new.seq AND replica = new.replica AND settled = 0;
END;
