-- A channel's whole content at `seq` of its log, for devices that begin it: what the frames hold, and its checksum.
CREATE TABLE snapshot (
    channel {integer} PRIMARY KEY REFERENCES channel,
    seq {integer} NOT NULL,
    row_count {integer} NOT NULL,
    checksum {integer} NOT NULL,
    at {integer} NOT NULL
) {strict};

-- Frames as they are sent, by the SHA-256 of their bytes.
CREATE TABLE snapshot_content (
    sha256 {blob} PRIMARY KEY,
    payload {blob} NOT NULL
) {strict};

-- The frames in the order of table number and row id; last_tbl and last_row: the last row of each.
CREATE TABLE snapshot_frame (
    channel {integer} NOT NULL REFERENCES channel,
    number {integer} NOT NULL,
    last_tbl {integer} NOT NULL,
    last_row {integer} NOT NULL,
    sha256 {blob} NOT NULL REFERENCES snapshot_content,
    PRIMARY KEY (channel, number)
) {clustered};
CREATE INDEX snapshot_frame_content ON snapshot_frame (sha256);

-- What a channel held when a device last asked, so that the next one costs nothing while the channel rests.
CREATE TABLE channel_sum (
    channel {integer} PRIMARY KEY REFERENCES channel,
    seq {integer} NOT NULL,
    row_count {integer} NOT NULL,
    checksum {integer} NOT NULL
) {strict};

-- Devices that did not hold what their channel holds, and fetched it again.
CREATE TABLE repair_report (
    replica {integer} NOT NULL REFERENCES replica,
    channel {integer} NOT NULL REFERENCES channel,
    seq {integer} NOT NULL,
    device_rows {integer} NOT NULL,
    device_checksum {integer} NOT NULL,
    at {integer} NOT NULL,
    PRIMARY KEY (replica, channel, at)
) {clustered};
