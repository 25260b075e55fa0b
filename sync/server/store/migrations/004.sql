-- Access of the company's other systems (its ERP). Of the token only a hash is kept.
CREATE TABLE api_token (
    name TEXT PRIMARY KEY,
    hash {blob} NOT NULL UNIQUE,
    created {integer} NOT NULL,
    revoked {integer}
) {clustered};

-- Who is told of events. The secret signs, so it is kept as it is. types: a comma list, empty for all.
CREATE TABLE webhook (
    id {integer} PRIMARY KEY,
    url TEXT NOT NULL,
    secret TEXT NOT NULL,
    types TEXT NOT NULL,
    allow_private {integer} NOT NULL DEFAULT 0 CHECK (allow_private IN (0, 1)),
    created {integer} NOT NULL,
    disabled {integer},
    disabled_reason TEXT
) {strict};

-- What others are told of, written in the transaction in which it happened.
CREATE TABLE event (
    id {integer} PRIMARY KEY,
    type TEXT NOT NULL,
    subject TEXT NOT NULL,
    at {integer} NOT NULL,
    data TEXT NOT NULL
) {strict};

-- One event on its way to one webhook: state 0 waiting, 1 delivered, 2 given up.
CREATE TABLE delivery (
    webhook_id {integer} NOT NULL REFERENCES webhook ON DELETE CASCADE,
    event_id {integer} NOT NULL REFERENCES event ON DELETE CASCADE,
    state {integer} NOT NULL DEFAULT 0 CHECK (state IN (0, 1, 2)),
    tries {integer} NOT NULL DEFAULT 0,
    due {integer} NOT NULL,
    status {integer},
    error TEXT,
    PRIMARY KEY (webhook_id, event_id)
) {clustered};
CREATE INDEX delivery_due ON delivery (state, due);
CREATE INDEX delivery_event ON delivery (event_id);

-- A person's appointments as a calendar that others may read who know the address. names: with customers' names.
CREATE TABLE calendar_feed (
    hash {blob} PRIMARY KEY,
    staff_id {integer} NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    names {integer} NOT NULL DEFAULT 0 CHECK (names IN (0, 1)),
    created {integer} NOT NULL,
    revoked {integer}
) {clustered};
CREATE INDEX calendar_feed_staff ON calendar_feed (staff_id);
