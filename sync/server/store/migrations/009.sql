-- Whose handhelds have sent a file's bytes: a handheld's row grants the file it names only then. What came before this
-- was kept is taken as sent.
CREATE TABLE file_proof (
    sha256 TEXT NOT NULL,
    login TEXT NOT NULL REFERENCES account,
    PRIMARY KEY (sha256, login)
) {clustered};
INSERT INTO file_proof (sha256, login)
    SELECT a.sha256, r.login FROM attachment a JOIN replica r ON r.number = a.id >> 32
    UNION SELECT s.report_sha256, r.login FROM signature s JOIN replica r ON r.number = s.id >> 32;

-- An answer to a refresh may be lost on the way: the token works on while nothing of that answer was used. successor: hash
-- of the refresh token in it; access_used: whether the device has shown the access token in it.
ALTER TABLE refresh_token ADD COLUMN successor {blob};
ALTER TABLE session ADD COLUMN access_used {integer} NOT NULL DEFAULT 1;

-- A database restored from a backup gets a new number in the place of its own. lost: it is to wipe itself.
ALTER TABLE replica ADD COLUMN replaces {integer};
ALTER TABLE replica ADD COLUMN lost {integer};
UPDATE replica SET lost = (SELECT max(s.revoked) FROM session s WHERE s.replica = replica.number AND
    s.revoked_reason = 'lost device');
