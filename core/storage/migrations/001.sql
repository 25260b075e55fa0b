-- What this handheld knows of itself: replica number, id counter, account, cursors of the clock.
CREATE TABLE device (
    key TEXT PRIMARY KEY,
    value ANY
) STRICT, WITHOUT ROWID;

-- The channels this handheld subscribes to; kind is protocol::ChannelKind.
CREATE TABLE channel (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    subject_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    cursor INTEGER NOT NULL DEFAULT 0,
    position TEXT NOT NULL DEFAULT '' -- inside a snapshot: where to go on, in the server's words
) STRICT;

-- One row per recorded edit that the server has not receipted. AUTOINCREMENT: a sequence number is never used twice.
-- kind: 1 insert (the row itself holds the values), 2 update (fields hold old and new).
-- state: 0 here only, 1 sent, 2 quarantined (refused, with reason).
CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
    tbl TEXT NOT NULL,
    row INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1, 2)),
    reason TEXT
) STRICT;
CREATE INDEX outbox_row ON outbox (row);

CREATE TABLE outbox_field (
    seq INTEGER NOT NULL REFERENCES outbox ON DELETE CASCADE,
    name TEXT NOT NULL,
    old ANY,
    new ANY,
    PRIMARY KEY (seq, name)
) STRICT, WITHOUT ROWID;

-- The server's value of a field that an unsettled edit covers: shown again if that edit is discarded.
CREATE TABLE held_value (
    row INTEGER NOT NULL,
    name TEXT NOT NULL,
    tbl TEXT NOT NULL,
    value ANY,
    PRIMARY KEY (row, name)
) STRICT, WITHOUT ROWID;

-- Operations that the server has receipted, for "confirmed by the server" in lists and at the day's end.
CREATE TABLE receipt (
    seq INTEGER PRIMARY KEY,
    tbl TEXT NOT NULL,
    row INTEGER NOT NULL,
    recorded INTEGER NOT NULL,
    confirmed INTEGER NOT NULL
) STRICT;
CREATE INDEX receipt_row ON receipt (row);

-- One field on which this handheld and the server disagree; both values are kept until a person has chosen. The record
-- itself shows theirs. settled: chosen here, the server is still to be told; seq names the operation that met it.
CREATE TABLE conflict (
    id INTEGER PRIMARY KEY,
    tbl TEXT NOT NULL,
    row INTEGER NOT NULL,
    name TEXT NOT NULL,
    mine ANY,
    mine_at INTEGER NOT NULL,
    theirs ANY,
    theirs_at INTEGER NOT NULL,
    theirs_by TEXT,
    seq INTEGER NOT NULL DEFAULT 0,
    settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1)),
    UNIQUE (row, name)
) STRICT;

-- Files named by their SHA-256; present once every byte is here and the hash is right. (With row ids, because SQLite
-- tells of changes in such tables only.)
CREATE TABLE content_file (
    sha256 TEXT PRIMARY KEY NOT NULL,
    size INTEGER NOT NULL,
    present INTEGER NOT NULL DEFAULT 0 CHECK (present IN (0, 1))
) STRICT;

-- What a person has typed but not yet saved, and where he was; survives a kill.
CREATE TABLE draft (
    key TEXT PRIMARY KEY,
    value ANY,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The latest forecast of each asset, computed here; never synced. Days and status as in core/forecast.
CREATE TABLE asset_forecast (
    asset_id INTEGER PRIMARY KEY,
    computed INTEGER NOT NULL,
    model_version INTEGER NOT NULL,
    status INTEGER NOT NULL,
    p10 INTEGER NOT NULL,
    p50 INTEGER NOT NULL,
    p90 INTEGER NOT NULL,
    talk_from INTEGER NOT NULL,
    talk_until INTEGER NOT NULL,
    fail_within_interval REAL NOT NULL
) STRICT;
CREATE INDEX asset_forecast_status ON asset_forecast (status, p50);

-- Synced tables: sync/protocol describes them, a test compares.
CREATE TABLE territory (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE team (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    name TEXT NOT NULL,
    territory_id INTEGER NOT NULL REFERENCES territory DEFERRABLE INITIALLY DEFERRED,
    leader_id INTEGER REFERENCES staff DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE staff (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    team_id INTEGER REFERENCES team DEFERRABLE INITIALLY DEFERRED,
    phone TEXT,
    email TEXT
) STRICT;

CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    name TEXT NOT NULL,
    care TEXT
) STRICT;

CREATE TABLE product (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    sku TEXT NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    manufacturer TEXT NOT NULL,
    summary TEXT,
    nominal_life_months INTEGER NOT NULL,
    nominal_usage_per_day REAL NOT NULL,
    usage_unit TEXT NOT NULL,
    capacity_per_day INTEGER,
    hidden_failure INTEGER NOT NULL CHECK (hidden_failure IN (0, 1)),
    successor_id INTEGER REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    spare_parts_until INTEGER,
    image_sha256 TEXT
) STRICT;

CREATE TABLE price (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    product_id INTEGER NOT NULL REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    valid_from INTEGER NOT NULL,
    amount_cents INTEGER NOT NULL
) STRICT;

CREATE TABLE accessory (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    product_id INTEGER NOT NULL REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    accessory_id INTEGER NOT NULL REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    reason TEXT
) STRICT;

CREATE TABLE part (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    product_id INTEGER REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    price_cents INTEGER
) STRICT;

CREATE TABLE brochure (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    product_id INTEGER REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    version INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_until INTEGER
) STRICT;

CREATE TABLE checklist (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    category TEXT NOT NULL
) STRICT;

CREATE TABLE checklist_item (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    checklist_id INTEGER NOT NULL REFERENCES checklist DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    answer TEXT NOT NULL,
    unit TEXT,
    required INTEGER NOT NULL CHECK (required IN (0, 1))
) STRICT;

CREATE TABLE bonus_rule (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    name TEXT NOT NULL,
    number TEXT NOT NULL,
    version INTEGER NOT NULL,
    event TEXT NOT NULL,
    category TEXT,
    flat_cents INTEGER,
    basis_points INTEGER,
    cap_cents INTEGER,
    valid_from INTEGER NOT NULL,
    valid_until INTEGER
) STRICT;

CREATE TABLE life_model (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    product_id INTEGER NOT NULL REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL,
    parameters BLOB NOT NULL
) STRICT;

CREATE TABLE wording (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    topic TEXT NOT NULL,
    version INTEGER NOT NULL,
    language TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE customer (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    name TEXT NOT NULL,
    segment_id INTEGER NOT NULL REFERENCES segment DEFERRABLE INITIALLY DEFERRED,
    external_key TEXT,
    phone TEXT,
    email TEXT,
    note TEXT
) STRICT;

CREATE TABLE contact (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    position TEXT,
    phone TEXT,
    email TEXT
) STRICT;

CREATE TABLE site (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    street TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    city TEXT NOT NULL,
    country TEXT NOT NULL,
    latitude REAL,
    longitude REAL,
    access_note TEXT
) STRICT;

CREATE TABLE service_contract (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER,
    response_hours INTEGER,
    visits_per_year INTEGER NOT NULL,
    monthly_cents INTEGER
) STRICT;

CREATE TABLE asset (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    site_id INTEGER NOT NULL REFERENCES site DEFERRABLE INITIALLY DEFERRED,
    product_id INTEGER NOT NULL REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    contract_id INTEGER REFERENCES service_contract DEFERRABLE INITIALLY DEFERRED,
    serial TEXT NOT NULL,
    installed INTEGER NOT NULL,
    installed_year_only INTEGER NOT NULL CHECK (installed_year_only IN (0, 1)),
    observed_from INTEGER NOT NULL,
    warranty_end INTEGER,
    statutory_limit INTEGER,
    place TEXT,
    status TEXT NOT NULL
) STRICT;

CREATE TABLE maintenance_plan (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    asset_id INTEGER NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    interval_months INTEGER NOT NULL,
    next_due INTEGER NOT NULL
) STRICT;

CREATE TABLE appointment (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    site_id INTEGER NOT NULL REFERENCES site DEFERRABLE INITIALLY DEFERRED,
    asset_id INTEGER REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    technician_id INTEGER REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    status TEXT NOT NULL,
    reason TEXT,
    note TEXT
) STRICT;

CREATE TABLE visit (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    site_id INTEGER NOT NULL REFERENCES site DEFERRABLE INITIALLY DEFERRED,
    asset_id INTEGER REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    appointment_id INTEGER REFERENCES appointment DEFERRABLE INITIALLY DEFERRED,
    technician_id INTEGER NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    started INTEGER NOT NULL,
    ended INTEGER,
    arrival TEXT,
    arrival_distance_m INTEGER,
    summary TEXT
) STRICT;

CREATE TABLE checklist_answer (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    visit_id INTEGER NOT NULL REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    item_id INTEGER NOT NULL REFERENCES checklist_item DEFERRABLE INITIALLY DEFERRED,
    answer TEXT NOT NULL,
    value REAL,
    note TEXT,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE meter_reading (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    asset_id INTEGER NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    visit_id INTEGER REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    at INTEGER NOT NULL,
    value REAL NOT NULL,
    meter_exchanged INTEGER NOT NULL CHECK (meter_exchanged IN (0, 1)),
    implausible_confirmed INTEGER NOT NULL CHECK (implausible_confirmed IN (0, 1))
) STRICT;

CREATE TABLE condition_grade (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    asset_id INTEGER NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    visit_id INTEGER REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    technician_id INTEGER REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    at INTEGER NOT NULL,
    grade INTEGER NOT NULL
) STRICT;

CREATE TABLE finding (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    asset_id INTEGER NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    visit_id INTEGER NOT NULL REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    what TEXT NOT NULL,
    place TEXT,
    grade INTEGER,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE part_use (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    visit_id INTEGER NOT NULL REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    asset_id INTEGER REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    part_id INTEGER REFERENCES part DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    source TEXT NOT NULL,
    unit_cents INTEGER,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE repair (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    asset_id INTEGER NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    visit_id INTEGER REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    at INTEGER NOT NULL,
    description TEXT NOT NULL,
    cost_cents INTEGER
) STRICT;

CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    visit_id INTEGER NOT NULL REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    asset_id INTEGER REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    finding_id INTEGER REFERENCES finding DEFERRABLE INITIALLY DEFERRED,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE due_note (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    asset_id INTEGER NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    visit_id INTEGER NOT NULL REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    verdict TEXT NOT NULL,
    horizon_months INTEGER,
    signs TEXT,
    customer_informed INTEGER NOT NULL CHECK (customer_informed IN (0, 1)),
    forecast_status TEXT NOT NULL,
    p10 INTEGER,
    p50 INTEGER,
    p90 INTEGER,
    model_version INTEGER,
    reasons TEXT,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE page_view (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    brochure_id INTEGER NOT NULL REFERENCES brochure DEFERRABLE INITIALLY DEFERRED,
    visit_id INTEGER NOT NULL REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    page INTEGER NOT NULL,
    shown_ms INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE consent (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    contact_id INTEGER REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
    visit_id INTEGER REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    technician_id INTEGER REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    given_by TEXT NOT NULL,
    medium TEXT NOT NULL,
    purpose TEXT NOT NULL,
    granted INTEGER NOT NULL CHECK (granted IN (0, 1)),
    wording_id INTEGER REFERENCES wording DEFERRABLE INITIALLY DEFERRED,
    valid_until INTEGER,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE referral (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    site_id INTEGER NOT NULL REFERENCES site DEFERRABLE INITIALLY DEFERRED,
    contact_id INTEGER REFERENCES contact DEFERRABLE INITIALLY DEFERRED,
    asset_id INTEGER NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    visit_id INTEGER NOT NULL REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    due_note_id INTEGER REFERENCES due_note DEFERRABLE INITIALLY DEFERRED,
    technician_id INTEGER NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    product_id INTEGER REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    interest TEXT NOT NULL,
    note TEXT,
    repair_shown INTEGER NOT NULL CHECK (repair_shown IN (0, 1)),
    amount_cents INTEGER,
    stage TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;

CREATE TABLE referral_event (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    referral_id INTEGER NOT NULL REFERENCES referral DEFERRABLE INITIALLY DEFERRED,
    stage TEXT NOT NULL,
    staff_id INTEGER REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    reason TEXT,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE signature (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    visit_id INTEGER NOT NULL REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    signer TEXT NOT NULL,
    strokes BLOB,
    report_sha256 TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE bonus_entry (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    technician_id INTEGER NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    rule_id INTEGER NOT NULL REFERENCES bonus_rule DEFERRABLE INITIALLY DEFERRED,
    referral_id INTEGER,
    entry_id INTEGER REFERENCES bonus_entry DEFERRABLE INITIALLY DEFERRED,
    decision_id INTEGER REFERENCES bonus_decision DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    amount_cents INTEGER NOT NULL,
    base_cents INTEGER,
    staff_id INTEGER REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    reason TEXT,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE bonus_decision (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    entry_id INTEGER NOT NULL REFERENCES bonus_entry DEFERRABLE INITIALLY DEFERRED,
    decision TEXT NOT NULL,
    reason TEXT,
    staff_id INTEGER NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX price_product ON price (product_id, valid_from);
CREATE INDEX accessory_product ON accessory (product_id);
CREATE INDEX checklist_item_list ON checklist_item (checklist_id, position);
CREATE INDEX customer_name ON customer (name COLLATE NOCASE);
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

-- Full-text search. Ids are unique over all tables, so a row id names its record; kind says which table.
CREATE VIRTUAL TABLE search USING fts5 (
    title, detail, kind UNINDEXED,
    tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
CREATE TRIGGER customer_found AFTER INSERT ON customer BEGIN
    INSERT INTO search (rowid, title, detail, kind)
    VALUES (new.id, new.name,
            ifnull(new.external_key, '') || ' ' || ifnull(new.phone, '') || ' ' || ifnull(new.email, ''),
            'customer');
END;
CREATE TRIGGER customer_renamed AFTER UPDATE OF name, external_key, phone, email ON customer BEGIN
    UPDATE search
    SET title = new.name,
        detail = ifnull(new.external_key, '') || ' ' || ifnull(new.phone, '') || ' ' || ifnull(new.email, '')
    WHERE rowid = new.id;
END;
CREATE TRIGGER customer_gone AFTER DELETE ON customer BEGIN
    DELETE FROM search WHERE rowid = old.id;
END;
CREATE TRIGGER site_found AFTER INSERT ON site BEGIN
    INSERT INTO search (rowid, title, detail, kind)
    VALUES (new.id, new.name, new.street || ' ' || new.postal_code || ' ' || new.city, 'site');
END;
CREATE TRIGGER site_moved AFTER UPDATE OF name, street, postal_code, city ON site BEGIN
    UPDATE search SET title = new.name, detail = new.street || ' ' || new.postal_code || ' ' || new.city
    WHERE rowid = new.id;
END;
CREATE TRIGGER site_gone AFTER DELETE ON site BEGIN
    DELETE FROM search WHERE rowid = old.id;
END;
CREATE TRIGGER asset_found AFTER INSERT ON asset BEGIN
    INSERT INTO search (rowid, title, detail, kind)
    VALUES (new.id, new.serial,
            ifnull((SELECT name FROM product WHERE id = new.product_id), '') || ' ' || ifnull(new.place, ''), 'asset');
END;
CREATE TRIGGER asset_changed AFTER UPDATE OF serial, product_id, place ON asset BEGIN
    UPDATE search
    SET title = new.serial,
        detail = ifnull((SELECT name FROM product WHERE id = new.product_id), '') || ' ' || ifnull(new.place, '')
    WHERE rowid = new.id;
END;
CREATE TRIGGER asset_gone AFTER DELETE ON asset BEGIN
    DELETE FROM search WHERE rowid = old.id;
END;
CREATE TRIGGER product_found AFTER INSERT ON product BEGIN
    INSERT INTO search (rowid, title, detail, kind)
    VALUES (new.id, new.name, new.sku || ' ' || new.category || ' ' || new.manufacturer, 'product');
END;
CREATE TRIGGER product_renamed AFTER UPDATE OF name, sku, category, manufacturer ON product BEGIN
    UPDATE search SET title = new.name, detail = new.sku || ' ' || new.category || ' ' || new.manufacturer
    WHERE rowid = new.id;
END;
CREATE TRIGGER product_gone AFTER DELETE ON product BEGIN
    DELETE FROM search WHERE rowid = old.id;
END;
