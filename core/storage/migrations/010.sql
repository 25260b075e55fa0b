-- Checklist items whose answers are measured values of a unit, with the value when new and the limit. Such values are part
-- of the forecast, and make the stored one stale.
CREATE TABLE measured_quantity (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    product_id INTEGER NOT NULL REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    item_id INTEGER NOT NULL REFERENCES checklist_item DEFERRABLE INITIALLY DEFERRED,
    at_new REAL NOT NULL,
    value_limit REAL NOT NULL
) STRICT;
CREATE INDEX measured_quantity_product ON measured_quantity (product_id);
CREATE INDEX measured_quantity_item ON measured_quantity (item_id);

CREATE TRIGGER measured_value_forecast AFTER INSERT ON checklist_answer
        WHEN EXISTS (SELECT 1 FROM measured_quantity WHERE item_id = new.item_id) BEGIN
    UPDATE asset_forecast SET computed = 0 WHERE asset_id = (SELECT asset_id FROM visit WHERE id = new.visit_id);
END;
CREATE TRIGGER measured_quantity_new AFTER INSERT ON measured_quantity BEGIN
    UPDATE asset_forecast SET computed = 0 WHERE asset_id IN (SELECT id FROM asset WHERE product_id = new.product_id);
END;
CREATE TRIGGER measured_quantity_changed AFTER UPDATE ON measured_quantity BEGIN
    UPDATE asset_forecast SET computed = 0
    WHERE asset_id IN (SELECT id FROM asset WHERE product_id IN (old.product_id, new.product_id));
END;
CREATE TRIGGER measured_quantity_gone AFTER DELETE ON measured_quantity BEGIN
    UPDATE asset_forecast SET computed = 0 WHERE asset_id IN (SELECT id FROM asset WHERE product_id = old.product_id);
END;

-- By which rules the company gives a status; every stored forecast follows them.
CREATE TABLE forecast_setting (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    version INTEGER NOT NULL,
    visit_interval_days INTEGER NOT NULL,
    plan_ahead_days INTEGER NOT NULL,
    due_probability REAL NOT NULL,
    overdue_probability REAL NOT NULL,
    breakdown_share REAL NOT NULL,
    talk_before_days INTEGER NOT NULL,
    talk_until_days INTEGER NOT NULL
) STRICT;
CREATE TRIGGER forecast_setting_new AFTER INSERT ON forecast_setting BEGIN
    UPDATE asset_forecast SET computed = 0;
END;
CREATE TRIGGER forecast_setting_changed AFTER UPDATE ON forecast_setting BEGIN
    UPDATE asset_forecast SET computed = 0;
END;
CREATE TRIGGER forecast_setting_gone AFTER DELETE ON forecast_setting BEGIN
    UPDATE asset_forecast SET computed = 0;
END;
