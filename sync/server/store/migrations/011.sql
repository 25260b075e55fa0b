-- Customers that were erased: what every device is told. Says nothing of who they were.
CREATE TABLE erasure (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    customer {integer} NOT NULL,
    reason TEXT NOT NULL,
    staff_id {integer} REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    at {integer} NOT NULL
) {strict};
CREATE INDEX erasure_customer ON erasure (customer);

-- Rows that were the customer's, also those that are gone and those that devices wanted to add: nothing is taken for
-- them any more.
CREATE TABLE erased_row (
    row_id {integer} PRIMARY KEY,
    customer {integer} NOT NULL
) {strict};
CREATE INDEX erased_row_customer ON erased_row (customer);

-- Files that were the customer's: removed, and again should a late upload bring one back, unless another row names them.
CREATE TABLE erased_file (
    sha256 TEXT PRIMARY KEY,
    at {integer} NOT NULL
) {clustered};

-- A snapshot from before this seq holds what has been erased since: it is not kept.
ALTER TABLE channel ADD COLUMN snapshot_from {integer} NOT NULL DEFAULT 0;

-- scrub: 1 while bytes of erased rows may still lie in the file.
INSERT INTO meta (key, value) VALUES ('scrub', 0);
