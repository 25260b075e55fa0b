-- Tries to sign in by logins that are no account's, so that all processes lock these as they lock accounts. Of what was
-- typed only a hash, for strangers type anything.
CREATE TABLE unknown_login (
    login_hash {blob} PRIMARY KEY,
    failed_tries {integer} NOT NULL,
    locked_until {integer} NOT NULL
) {clustered};

-- Numbers that a session has spoken as before, of another database than now (replica.replaces): it ends when one of them
-- is reported lost.
CREATE TABLE session_replica (
    session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
    replica {integer} NOT NULL REFERENCES replica,
    PRIMARY KEY (session_id, replica)
) {clustered};
CREATE INDEX session_replica_replica ON session_replica (replica);
