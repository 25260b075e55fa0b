-- What was learned and said about lives: how forecasts held, what they were, whose units live longer; and which units
-- are gone.
CREATE TABLE calibration (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    product_id {integer} REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    as_of {integer} NOT NULL,
    horizon_days {integer} NOT NULL,
    forecasts {integer} NOT NULL,
    inside {integer} NOT NULL,
    below {integer} NOT NULL,
    above {integer} NOT NULL
) {strict};

CREATE TABLE calibration_bin (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    calibration_id {integer} NOT NULL REFERENCES calibration DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    predicted {real} NOT NULL,
    forecasts {integer} NOT NULL,
    happened {integer} NOT NULL
) {strict};

CREATE TABLE forecast_statement (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    asset_id {integer} NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    as_of {integer} NOT NULL,
    status TEXT NOT NULL,
    p10 {integer} NOT NULL,
    p50 {integer} NOT NULL,
    p90 {integer} NOT NULL,
    limited {integer} NOT NULL CHECK (limited IN (0, 1)),
    fails_within_year {real} NOT NULL,
    confidence TEXT NOT NULL,
    model_version {integer} NOT NULL,
    reasons TEXT
) {strict};

CREATE TABLE customer_life (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    customer_id {integer} NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    life_log {real} NOT NULL
) {strict};

CREATE TABLE asset_removal (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    asset_id {integer} NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    visit_id {integer} REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    technician_id {integer} REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    reason TEXT NOT NULL,
    removed {integer} NOT NULL,
    last_good {integer},
    successor_id {integer} REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    at {integer} NOT NULL
) {strict};

CREATE INDEX calibration_bin_of ON calibration_bin (calibration_id);
CREATE INDEX forecast_statement_asset ON forecast_statement (asset_id, as_of);
CREATE INDEX customer_life_customer ON customer_life (customer_id);
CREATE INDEX asset_removal_asset ON asset_removal (asset_id);

-- What runs on its own: one process at a time holds a job, until held_until (ms) at most. result: what the last run
-- said; evidence: what it had seen, so that the next can tell whether there is anything new.
CREATE TABLE job (
    name TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    held_until {integer} NOT NULL,
    started {integer} NOT NULL,
    finished {integer},
    evidence TEXT,
    result TEXT
) {clustered};
