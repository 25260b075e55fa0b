-- A new fact about an asset makes its stored forecast stale (computed = 0), in the same transaction: whoever keeps
-- the forecasts finds it, also after a kill.
CREATE TRIGGER meter_reading_forecast AFTER INSERT ON meter_reading BEGIN
    UPDATE asset_forecast SET computed = 0 WHERE asset_id = new.asset_id;
END;
CREATE TRIGGER condition_grade_forecast AFTER INSERT ON condition_grade BEGIN
    UPDATE asset_forecast SET computed = 0 WHERE asset_id = new.asset_id;
END;
CREATE TRIGGER repair_forecast AFTER INSERT ON repair BEGIN
    UPDATE asset_forecast SET computed = 0 WHERE asset_id = new.asset_id;
END;
CREATE TRIGGER asset_forecast_outdated AFTER UPDATE OF product_id, installed, installed_year_only, observed_from,
        warranty_end, statutory_limit, contract_id ON asset BEGIN
    UPDATE asset_forecast SET computed = 0 WHERE asset_id = new.id;
END;
CREATE TRIGGER asset_forecast_removed AFTER UPDATE OF status ON asset WHEN new.status <> 'active' BEGIN
    DELETE FROM asset_forecast WHERE asset_id = new.id;
END;
CREATE TRIGGER asset_forecast_gone AFTER DELETE ON asset BEGIN
    DELETE FROM asset_forecast WHERE asset_id = old.id;
END;

CREATE INDEX brochure_product ON brochure (product_id);
CREATE INDEX asset_product ON asset (product_id);
