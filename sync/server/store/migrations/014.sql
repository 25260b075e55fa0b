-- Secrets by which a handheld's number is proved to have been given to its account (service/replicanumbers): random, so
-- made by the program. More than one where a restored backup had none or another than what stood here before.
CREATE TABLE replica_key (
    secret {blob} PRIMARY KEY,
    created {integer} NOT NULL
) {clustered};
