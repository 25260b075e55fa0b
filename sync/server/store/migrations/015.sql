-- Checklist items whose answers are measured values of a unit, with the value when new and the limit.
CREATE TABLE measured_quantity (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    product_id {integer} NOT NULL REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    item_id {integer} NOT NULL REFERENCES checklist_item DEFERRABLE INITIALLY DEFERRED,
    at_new {real} NOT NULL,
    value_limit {real} NOT NULL
) {strict};
CREATE INDEX measured_quantity_product ON measured_quantity (product_id);

-- By which rules the company gives a status.
CREATE TABLE forecast_setting (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    version {integer} NOT NULL,
    visit_interval_days {integer} NOT NULL,
    plan_ahead_days {integer} NOT NULL,
    due_probability {real} NOT NULL,
    overdue_probability {real} NOT NULL,
    breakdown_share {real} NOT NULL,
    talk_before_days {integer} NOT NULL,
    talk_until_days {integer} NOT NULL
) {strict};
