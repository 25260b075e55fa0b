-- Nobody is asked about a value of the server's that has been replaced since.
CREATE TRIGGER open_conflict_changed AFTER UPDATE OF theirs ON open_conflict BEGIN
    UPDATE conflict SET theirs = new.theirs, theirs_at = new.theirs_at,
            theirs_by = ifnull((SELECT name FROM staff WHERE id = new.theirs_by), '')
        WHERE row = new.row_id AND name = new.field AND seq = new.seq AND settled = 0
            AND new.replica = (SELECT value FROM device WHERE key = 'replica');
END;
