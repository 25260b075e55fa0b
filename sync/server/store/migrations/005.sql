-- When each operation of a push was recorded on its device, by number: packed differences, one row a push. A database
-- restored from a backup gives out numbers again; the moments tell its operations from those dealt with before.
CREATE TABLE pushed (
    replica {integer} NOT NULL REFERENCES replica,
    last_seq {integer} NOT NULL,
    first_seq {integer} NOT NULL,
    recorded {blob} NOT NULL,
    PRIMARY KEY (replica, last_seq)
) {clustered};

-- SQLite 3.40's integrity check takes a table without row ids for damaged unless its key comes first.
ALTER TABLE repair_report RENAME TO repair_report_before;
CREATE TABLE repair_report (
    replica {integer} NOT NULL REFERENCES replica,
    channel {integer} NOT NULL REFERENCES channel,
    at {integer} NOT NULL,
    seq {integer} NOT NULL,
    device_rows {integer} NOT NULL,
    device_checksum {integer} NOT NULL,
    PRIMARY KEY (replica, channel, at)
) {clustered};
INSERT INTO repair_report (replica, channel, at, seq, device_rows, device_checksum)
    SELECT replica, channel, at, seq, device_rows, device_checksum FROM repair_report_before;
DROP TABLE repair_report_before;
