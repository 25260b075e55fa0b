-- Tries to sign in by logins that are no account's, so that all processes lock these as they lock accounts. Of what was
-- typed only a hash, for strangers type anything.
CREATE TABLE unknown_login (
    login_hash {blob} PRIMARY KEY,
    failed_tries {integer} NOT NULL,
    locked_until {integer} NOT NULL
) {clustered};
