-- What the server learned and said about lives: how its forecasts held, what they were, whose units live longer; and
-- which units are gone.
CREATE TABLE calibration (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    product_id INTEGER REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    as_of INTEGER NOT NULL,
    horizon_days INTEGER NOT NULL,
    forecasts INTEGER NOT NULL,
    inside INTEGER NOT NULL,
    below INTEGER NOT NULL,
    above INTEGER NOT NULL
) STRICT;

CREATE TABLE calibration_bin (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    calibration_id INTEGER NOT NULL REFERENCES calibration DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    predicted REAL NOT NULL,
    forecasts INTEGER NOT NULL,
    happened INTEGER NOT NULL
) STRICT;

CREATE TABLE forecast_statement (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    asset_id INTEGER NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    as_of INTEGER NOT NULL,
    status TEXT NOT NULL,
    p10 INTEGER NOT NULL,
    p50 INTEGER NOT NULL,
    p90 INTEGER NOT NULL,
    limited INTEGER NOT NULL CHECK (limited IN (0, 1)),
    fails_within_year REAL NOT NULL,
    confidence TEXT NOT NULL,
    model_version INTEGER NOT NULL,
    reasons TEXT
) STRICT;

CREATE TABLE customer_life (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    life_log REAL NOT NULL
) STRICT;

CREATE TABLE asset_removal (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    asset_id INTEGER NOT NULL REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    visit_id INTEGER REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    technician_id INTEGER REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    reason TEXT NOT NULL,
    removed INTEGER NOT NULL,
    last_good INTEGER,
    successor_id INTEGER REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX calibration_bin_of ON calibration_bin (calibration_id);
CREATE INDEX forecast_statement_asset ON forecast_statement (asset_id, as_of);
CREATE INDEX customer_life_customer ON customer_life (customer_id);
CREATE INDEX asset_removal_asset ON asset_removal (asset_id);

-- A customer's factor is part of the forecast of all units there.
CREATE TRIGGER customer_life_new AFTER INSERT ON customer_life BEGIN
    UPDATE asset_forecast SET computed = 0 WHERE asset_id IN (SELECT id FROM asset WHERE customer_id = new.customer_id);
END;
CREATE TRIGGER customer_life_changed AFTER UPDATE OF life_log ON customer_life BEGIN
    UPDATE asset_forecast SET computed = 0 WHERE asset_id IN (SELECT id FROM asset WHERE customer_id = new.customer_id);
END;
