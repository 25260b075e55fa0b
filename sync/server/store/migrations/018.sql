-- What customers complain of, and how it was settled.
CREATE TABLE complaint (
    id {integer} PRIMARY KEY,
    channel {integer} NOT NULL,
    customer_id {integer} NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    asset_id {integer} REFERENCES asset DEFERRABLE INITIALLY DEFERRED,
    visit_id {integer} REFERENCES visit DEFERRABLE INITIALLY DEFERRED,
    technician_id {integer} NOT NULL REFERENCES staff DEFERRABLE INITIALLY DEFERRED,
    what TEXT NOT NULL,
    opened {integer} NOT NULL,
    settled {integer},
    settlement TEXT
) {strict};
CREATE INDEX complaint_customer ON complaint (customer_id, opened);
CREATE INDEX complaint_visit ON complaint (visit_id) WHERE visit_id IS NOT NULL;
