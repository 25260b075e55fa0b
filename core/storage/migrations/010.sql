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
