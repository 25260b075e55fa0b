-- More of what forecasts are made from makes the stored ones stale: whose the asset is, because a customer's assets
-- share how hard they are used, the product's figures, and prices.
CREATE TRIGGER asset_forecast_moved AFTER UPDATE OF customer_id ON asset WHEN new.customer_id <> old.customer_id BEGIN
    UPDATE asset_forecast SET computed = 0
    WHERE asset_id = new.id OR asset_id IN (SELECT id FROM asset WHERE customer_id = old.customer_id);
END;
CREATE TRIGGER asset_forecast_left AFTER UPDATE OF status ON asset
        WHEN new.status <> 'active' AND old.status = 'active' BEGIN
    UPDATE asset_forecast SET computed = 0 WHERE asset_id IN (SELECT id FROM asset WHERE customer_id = old.customer_id);
END;
CREATE TRIGGER product_forecast AFTER UPDATE OF nominal_life_months, nominal_usage_per_day, usage_unit, hidden_failure,
        spare_parts_until, successor_id ON product
        WHEN new.nominal_life_months IS NOT old.nominal_life_months
            OR new.nominal_usage_per_day IS NOT old.nominal_usage_per_day OR new.usage_unit IS NOT old.usage_unit
            OR new.hidden_failure IS NOT old.hidden_failure OR new.spare_parts_until IS NOT old.spare_parts_until
            OR new.successor_id IS NOT old.successor_id BEGIN
    UPDATE asset_forecast SET computed = 0 WHERE asset_id IN (SELECT id FROM asset WHERE product_id = new.id);
END;
CREATE TRIGGER price_forecast AFTER INSERT ON price BEGIN
    UPDATE asset_forecast SET computed = 0 WHERE asset_id IN (
        SELECT a.id FROM product p JOIN asset a ON a.product_id = p.id
        WHERE p.id = new.product_id OR p.successor_id = new.product_id);
END;
CREATE TRIGGER price_forecast_changed AFTER UPDATE OF product_id, valid_from, amount_cents ON price
        WHEN new.product_id <> old.product_id OR new.valid_from <> old.valid_from
            OR new.amount_cents <> old.amount_cents BEGIN
    UPDATE asset_forecast SET computed = 0 WHERE asset_id IN (
        SELECT a.id FROM product p JOIN asset a ON a.product_id = p.id
        WHERE p.id IN (old.product_id, new.product_id) OR p.successor_id IN (old.product_id, new.product_id));
END;
CREATE TRIGGER price_forecast_gone AFTER DELETE ON price BEGIN
    UPDATE asset_forecast SET computed = 0 WHERE asset_id IN (
        SELECT a.id FROM product p JOIN asset a ON a.product_id = p.id
        WHERE p.id = old.product_id OR p.successor_id = old.product_id);
END;
