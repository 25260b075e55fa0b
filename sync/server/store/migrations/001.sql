-- One text for SQLite and PostgreSQL. Tokens, replaced by store/migrations.cpp:
--   {integer}    INTEGER                 BIGINT
--   {real}       REAL                    DOUBLE PRECISION
--   {blob}       BLOB                    BYTEA
--   {strict}     STRICT                  (nothing)
--   {clustered}  STRICT, WITHOUT ROWID   (nothing)
-- A statement ends with a semicolon at the end of a line.

-- schema: number of the last migration; next_id: the server's id counter (replica 0); next_replica.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value {integer} NOT NULL
) {clustered};
INSERT INTO meta (key, value) VALUES ('schema', 1), ('next_id', 1000), ('next_replica', 1);

-- kind is protocol::ChannelKind; subject_id is the territory or the person. head: highest seq in change.
CREATE TABLE channel (
    id {integer} PRIMARY KEY,
    kind {integer} NOT NULL,
    subject_id {integer} NOT NULL,
    name TEXT NOT NULL,
    head {integer} NOT NULL DEFAULT 0,
    UNIQUE (kind, subject_id)
) {strict};
INSERT INTO channel (id, kind, subject_id, name) VALUES (1, 1, 0, '');

-- The change log. seq has no gaps within a channel, because channel.head is raised in the transaction that writes.
-- tbl is protocol::Table::number; op: 1 row is new in the channel, 2 columns of mask changed, 3 row left the channel.
-- replica and staff_id say whose edit it was (0 and NULL: the server's own).
CREATE TABLE change (
    channel {integer} NOT NULL REFERENCES channel,
    seq {integer} NOT NULL,
    tbl {integer} NOT NULL,
    row_id {integer} NOT NULL,
    op {integer} NOT NULL CHECK (op IN (1, 2, 3)),
    mask {integer} NOT NULL,
    replica {integer} NOT NULL,
    staff_id {integer},
    at {integer} NOT NULL,
    PRIMARY KEY (channel, seq)
) {clustered};
CREATE INDEX change_row ON change (row_id);

-- The company's own keys, which imports upsert by.
CREATE TABLE external_key (
    tbl {integer} NOT NULL,
    key TEXT NOT NULL,
    row_id {integer} NOT NULL,
    PRIMARY KEY (tbl, key)
) {clustered};
CREATE INDEX external_key_row ON external_key (row_id);

-- Synced tables: sync/protocol describes them, a test compares. Two references run against the order of creation
-- (team.leader_id, bonus_entry.decision_id) and are checked by `turnus-server verify` instead.
CREATE TABLE territory (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    name TEXT NOT NULL
) {strict};

CREATE TABLE team (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    name TEXT NOT NULL,
    territory_id {integer} NOT NULL REFERENCES territory DEFERRABLE INITIALLY DEFERRED,
    leader_id {integer}
) {strict};

CREATE TABLE staff (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    team_id {integer} REFERENCES team DEFERRABLE INITIALLY DEFERRED,
    phone TEXT,
    email TEXT
) {strict};

CREATE TABLE segment (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    name TEXT NOT NULL,
    care TEXT
) {strict};

CREATE TABLE product (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    sku TEXT NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    manufacturer TEXT NOT NULL,
    summary TEXT,
    nominal_life_months {integer} NOT NULL,
    nominal_usage_per_day {real} NOT NULL,
    usage_unit TEXT NOT NULL,
    capacity_per_day {integer},
    hidden_failure {integer} NOT NULL CHECK (hidden_failure IN (0, 1)),
    successor_id {integer} REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    spare_parts_until {integer},
    image_sha256 TEXT
) {strict};

CREATE TABLE price (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    product_id {integer} NOT NULL REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    valid_from {integer} NOT NULL,
    amount_cents {integer} NOT NULL
) {strict};

CREATE TABLE accessory (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    product_id {integer} NOT NULL REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    accessory_id {integer} NOT NULL REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    reason TEXT
) {strict};

CREATE TABLE part (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    product_id {integer} REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    price_cents {integer}
) {strict};

CREATE TABLE brochure (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    product_id {integer} REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    sha256 TEXT NOT NULL,
    size {integer} NOT NULL,
    pages {integer} NOT NULL,
    version {integer} NOT NULL,
    valid_from {integer} NOT NULL,
    valid_until {integer}
) {strict};

CREATE TABLE checklist (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    category TEXT NOT NULL
) {strict};

CREATE TABLE checklist_item (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    checklist_id {integer} NOT NULL REFERENCES checklist DEFERRABLE INITIALLY DEFERRED,
    position {integer} NOT NULL,
    label TEXT NOT NULL,
    answer TEXT NOT NULL,
    unit TEXT,
    required {integer} NOT NULL CHECK (required IN (0, 1))
) {strict};

CREATE TABLE bonus_rule (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    name TEXT NOT NULL,
    number TEXT NOT NULL,
    version {integer} NOT NULL,
    event TEXT NOT NULL,
    category TEXT,
    flat_cents {integer},
    basis_points {integer},
    cap_cents {integer},
    valid_from {integer} NOT NULL,
    valid_until {integer}
) {strict};

CREATE TABLE life_model (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    product_id {integer} NOT NULL REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    version {integer} NOT NULL,
    parameters {blob} NOT NULL
) {strict};

CREATE TABLE wording (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    topic TEXT NOT NULL,
    version {integer} NOT NULL,
    language TEXT NOT NULL,
    body TEXT NOT NULL
) {strict};

CREATE TABLE customer (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    name TEXT NOT NULL,
    segment_id {integer} NOT NULL REFERENCES segment DEFERRABLE INITIALLY DEFERRED,
    external_key TEXT,
    phone TEXT,
    email TEXT,
    note TEXT
) {strict};

CREATE TABLE contact (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    customer_id {integer} NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    position TEXT,
    phone TEXT,
    email TEXT
) {strict};

CREATE TABLE site (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    customer_id {integer} NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    street TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    city TEXT NOT NULL,
    country TEXT NOT NULL,
    latitude {real},
    longitude {real},
    access_note TEXT
) {strict};

CREATE TABLE service_contract (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    customer_id {integer} NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    starts {integer} NOT NULL,
    ends {integer},
    response_hours {integer},
    visits_per_year {integer} NOT NULL,
    monthly_cents {integer}
) {strict};

CREATE TABLE asset (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    customer_id {integer} NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    site_id {integer} NOT NULL REFERENCES site DEFERRABLE INITIALLY DEFERRED,
    product_id {integer} NOT NULL REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    contract_id {integer} REFERENCES service_contract DEFERRABLE INITIALLY DEFERRED,
    serial TEXT NOT NULL,
    installed {integer} NOT NULL,
    installed_year_only {integer} NOT NULL CHECK (installed_year_only IN (0, 1)),
    observed_from {integer} NOT NULL,
    warranty_end {integer},
    statutory_limit {integer},
    place TEXT,
    status TEXT NOT NULL
) {strict};

CREATE TABLE maintenance_plan (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    asset_id {integer} NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    interval_months {integer} NOT NULL,
    next_due {integer} NOT NULL
) {strict};

CREATE TABLE appointment (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    customer_id {integer} NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    site_id {integer} NOT NULL REFERENCES site DEFERRABLE INITIALLY DEFERRED,
    asset_id {integer} REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    technician_id {integer} REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    starts {integer} NOT NULL,
    ends {integer} NOT NULL,
    status TEXT NOT NULL,
    reason TEXT,
    note TEXT
) {strict};

CREATE TABLE visit (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    customer_id {integer} NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    site_id {integer} NOT NULL REFERENCES site DEFERRABLE INITIALLY DEFERRED,
    asset_id {integer} REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    appointment_id {integer} REFERENCES appointment DEFERRABLE INITIALLY DEFERRED,
    technician_id {integer} NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    started {integer} NOT NULL,
    ended {integer},
    arrival TEXT,
    arrival_distance_m {integer},
    summary TEXT
) {strict};

CREATE TABLE checklist_answer (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    visit_id {integer} NOT NULL REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    item_id {integer} NOT NULL REFERENCES checklist_item DEFERRABLE INITIALLY DEFERRED,
    answer TEXT NOT NULL,
    value {real},
    note TEXT,
    at {integer} NOT NULL
) {strict};

CREATE TABLE meter_reading (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    asset_id {integer} NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    visit_id {integer} REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    at {integer} NOT NULL,
    value {real} NOT NULL,
    meter_exchanged {integer} NOT NULL CHECK (meter_exchanged IN (0, 1)),
    implausible_confirmed {integer} NOT NULL CHECK (implausible_confirmed IN (0, 1))
) {strict};

CREATE TABLE condition_grade (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    asset_id {integer} NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    visit_id {integer} REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    technician_id {integer} REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    at {integer} NOT NULL,
    grade {integer} NOT NULL
) {strict};

CREATE TABLE finding (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    asset_id {integer} NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    visit_id {integer} NOT NULL REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    what TEXT NOT NULL,
    place TEXT,
    grade {integer},
    at {integer} NOT NULL
) {strict};

CREATE TABLE part_use (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    visit_id {integer} NOT NULL REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    asset_id {integer} REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    part_id {integer} REFERENCES part DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    quantity {integer} NOT NULL,
    source TEXT NOT NULL,
    unit_cents {integer},
    at {integer} NOT NULL
) {strict};

CREATE TABLE repair (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    asset_id {integer} NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    visit_id {integer} REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    at {integer} NOT NULL,
    description TEXT NOT NULL,
    cost_cents {integer}
) {strict};

CREATE TABLE attachment (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    visit_id {integer} NOT NULL REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    asset_id {integer} REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    finding_id {integer} REFERENCES finding DEFERRABLE INITIALLY DEFERRED,
    sha256 TEXT NOT NULL,
    size {integer} NOT NULL,
    media_type TEXT NOT NULL,
    kind TEXT NOT NULL,
    at {integer} NOT NULL
) {strict};

CREATE TABLE due_note (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    asset_id {integer} NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    visit_id {integer} NOT NULL REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    verdict TEXT NOT NULL,
    horizon_months {integer},
    signs TEXT,
    customer_informed {integer} NOT NULL CHECK (customer_informed IN (0, 1)),
    forecast_status TEXT NOT NULL,
    p10 {integer},
    p50 {integer},
    p90 {integer},
    model_version {integer},
    reasons TEXT,
    at {integer} NOT NULL
) {strict};

CREATE TABLE page_view (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    brochure_id {integer} NOT NULL REFERENCES brochure DEFERRABLE INITIALLY DEFERRED,
    visit_id {integer} NOT NULL REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    page {integer} NOT NULL,
    shown_ms {integer} NOT NULL,
    at {integer} NOT NULL
) {strict};

CREATE TABLE consent (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    customer_id {integer} NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    contact_id {integer} REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
    visit_id {integer} REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    technician_id {integer} REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    given_by TEXT NOT NULL,
    medium TEXT NOT NULL,
    purpose TEXT NOT NULL,
    granted {integer} NOT NULL CHECK (granted IN (0, 1)),
    wording_id {integer} REFERENCES wording DEFERRABLE INITIALLY DEFERRED,
    valid_until {integer},
    at {integer} NOT NULL
) {strict};

CREATE TABLE referral (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    customer_id {integer} NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    site_id {integer} NOT NULL REFERENCES site DEFERRABLE INITIALLY DEFERRED,
    contact_id {integer} REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
    asset_id {integer} NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    visit_id {integer} NOT NULL REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    due_note_id {integer} REFERENCES due_note DEFERRABLE INITIALLY DEFERRED,
    technician_id {integer} NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    product_id {integer} REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    interest TEXT NOT NULL,
    note TEXT,
    repair_shown {integer} NOT NULL CHECK (repair_shown IN (0, 1)),
    amount_cents {integer},
    stage TEXT NOT NULL,
    created {integer} NOT NULL
) {strict};

CREATE TABLE referral_event (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    referral_id {integer} NOT NULL REFERENCES referral DEFERRABLE INITIALLY DEFERRED,
    stage TEXT NOT NULL,
    staff_id {integer} REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    reason TEXT,
    at {integer} NOT NULL
) {strict};

CREATE TABLE signature (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    visit_id {integer} NOT NULL REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    signer TEXT NOT NULL,
    strokes {blob},
    report_sha256 TEXT NOT NULL,
    at {integer} NOT NULL
) {strict};

CREATE TABLE bonus_entry (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    technician_id {integer} NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    rule_id {integer} NOT NULL REFERENCES bonus_rule DEFERRABLE INITIALLY DEFERRED,
    referral_id {integer} REFERENCES referral DEFERRABLE INITIALLY DEFERRED,
    entry_id {integer} REFERENCES bonus_entry DEFERRABLE INITIALLY DEFERRED,
    decision_id {integer},
    kind TEXT NOT NULL,
    amount_cents {integer} NOT NULL,
    base_cents {integer},
    staff_id {integer} REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    reason TEXT,
    at {integer} NOT NULL
) {strict};

CREATE TABLE bonus_decision (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    entry_id {integer} NOT NULL REFERENCES bonus_entry DEFERRABLE INITIALLY DEFERRED,
    decision TEXT NOT NULL,
    reason TEXT,
    staff_id {integer} NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    at {integer} NOT NULL
) {strict};

CREATE INDEX price_product ON price (product_id, valid_from);
CREATE INDEX accessory_product ON accessory (product_id);
CREATE INDEX checklist_item_list ON checklist_item (checklist_id, position);
CREATE INDEX customer_name ON customer (name);
CREATE INDEX contact_customer ON contact (customer_id);
CREATE INDEX site_customer ON site (customer_id);
CREATE INDEX service_contract_customer ON service_contract (customer_id);
CREATE INDEX asset_site ON asset (site_id);
CREATE INDEX asset_customer ON asset (customer_id);
CREATE INDEX maintenance_plan_asset ON maintenance_plan (asset_id);
CREATE INDEX appointment_starts ON appointment (starts);
CREATE INDEX appointment_asset ON appointment (asset_id);
CREATE INDEX visit_started ON visit (started);
CREATE INDEX visit_asset ON visit (asset_id, started);
CREATE INDEX visit_appointment ON visit (appointment_id);
CREATE INDEX checklist_answer_visit ON checklist_answer (visit_id);
CREATE INDEX meter_reading_asset ON meter_reading (asset_id, at);
CREATE INDEX condition_grade_asset ON condition_grade (asset_id, at);
CREATE INDEX finding_visit ON finding (visit_id);
CREATE INDEX finding_asset ON finding (asset_id);
CREATE INDEX part_use_visit ON part_use (visit_id);
CREATE INDEX repair_asset ON repair (asset_id, at);
CREATE INDEX attachment_visit ON attachment (visit_id);
CREATE INDEX due_note_visit ON due_note (visit_id);
CREATE INDEX due_note_asset ON due_note (asset_id);
CREATE INDEX page_view_visit ON page_view (visit_id);
CREATE INDEX consent_customer ON consent (customer_id);
CREATE INDEX referral_visit ON referral (visit_id);
CREATE INDEX referral_technician ON referral (technician_id, created);
CREATE INDEX referral_asset ON referral (asset_id);
CREATE INDEX referral_event_referral ON referral_event (referral_id);
CREATE INDEX signature_visit ON signature (visit_id);
CREATE INDEX bonus_entry_technician ON bonus_entry (technician_id, at);
CREATE INDEX bonus_entry_entry ON bonus_entry (entry_id);
CREATE INDEX bonus_decision_entry ON bonus_decision (entry_id);
CREATE INDEX staff_team ON staff (team_id);
CREATE INDEX team_leader ON team (leader_id);
CREATE INDEX brochure_sha256 ON brochure (sha256);
CREATE INDEX product_image ON product (image_sha256);
CREATE INDEX attachment_sha256 ON attachment (sha256);
CREATE INDEX signature_report ON signature (report_sha256);
CREATE INDEX bonus_entry_referral ON bonus_entry (referral_id);
CREATE INDEX appointment_customer ON appointment (customer_id);
CREATE INDEX visit_customer ON visit (customer_id);
CREATE INDEX referral_customer ON referral (customer_id);

-- Who may sign in. What he may do is his staff row's role. password_hash is libsodium's argon2id string.
CREATE TABLE account (
    login TEXT PRIMARY KEY,
    password_hash TEXT NOT NULL,
    staff_id {integer} NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    failed_tries {integer} NOT NULL DEFAULT 0,
    locked_until {integer} NOT NULL DEFAULT 0,
    disabled {integer} NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1))
) {clustered};

-- One row per installed database that ever signed in; numbers are never given out twice.
CREATE TABLE replica (
    number {integer} PRIMARY KEY,
    login TEXT NOT NULL REFERENCES account,
    device TEXT NOT NULL,
    created {integer} NOT NULL
) {strict};

-- Sequence numbers of a replica's operations that have been dealt with, as ranges; one range in the usual case.
CREATE TABLE applied (
    replica {integer} NOT NULL REFERENCES replica,
    first_seq {integer} NOT NULL,
    last_seq {integer} NOT NULL,
    PRIMARY KEY (replica, first_seq)
) {clustered};

-- Operations that were not simply applied: status 2 merged, 3 conflict, 4 refused (= quarantined). mask: fields that kept
-- the server's value. payload: what the operation said, for people who settle it.
CREATE TABLE outcome (
    replica {integer} NOT NULL REFERENCES replica,
    seq {integer} NOT NULL,
    status {integer} NOT NULL CHECK (status IN (2, 3, 4)),
    tbl {integer} NOT NULL,
    row_id {integer} NOT NULL,
    mask {integer} NOT NULL,
    reason TEXT,
    detail TEXT,
    payload TEXT,
    staff_id {integer} NOT NULL,
    at {integer} NOT NULL,
    PRIMARY KEY (replica, seq)
) {clustered};

-- One field on which a device and the server disagree. Values are tagged texts (store/value.h). mine is the device's.
CREATE TABLE conflict (
    id {integer} PRIMARY KEY,
    replica {integer} NOT NULL,
    seq {integer} NOT NULL,
    tbl {integer} NOT NULL,
    row_id {integer} NOT NULL,
    column_name TEXT NOT NULL,
    base TEXT,
    mine TEXT,
    mine_by {integer} NOT NULL,
    mine_at {integer} NOT NULL,
    theirs TEXT,
    theirs_by {integer},
    theirs_at {integer} NOT NULL,
    settled_by {integer},
    settled_at {integer}
) {strict};
CREATE INDEX conflict_row ON conflict (row_id);
CREATE INDEX conflict_operation ON conflict (replica, seq);

-- Until its cursor has passed full_until, a device is sent its own rows too: it started the channel from nothing.
CREATE TABLE full_pull (
    replica {integer} NOT NULL REFERENCES replica,
    channel {integer} NOT NULL REFERENCES channel,
    full_until {integer} NOT NULL,
    PRIMARY KEY (replica, channel)
) {clustered};

-- A signed-in device: the family of its refresh tokens. Tokens are kept as hashes only.
CREATE TABLE session (
    id TEXT PRIMARY KEY,
    login TEXT NOT NULL REFERENCES account,
    replica {integer} NOT NULL REFERENCES replica,
    device TEXT NOT NULL,
    created {integer} NOT NULL,
    access_hash {blob} NOT NULL UNIQUE,
    access_until {integer} NOT NULL,
    revoked {integer},
    revoked_reason TEXT
) {clustered};
CREATE INDEX session_login ON session (login);

CREATE TABLE refresh_token (
    hash {blob} PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
    issued {integer} NOT NULL,
    valid_until {integer} NOT NULL,
    used {integer}
) {clustered};
CREATE INDEX refresh_token_session ON refresh_token (session_id);
