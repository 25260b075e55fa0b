-- The company's own random name, which its signed statements carry. One row, made with the first key.
CREATE TABLE company (
    id TEXT PRIMARY KEY
) {clustered};

-- Ed25519 keys of signed statements. Every server of the company signs with the one that has a seed; those before it keep
-- their public key, for what they signed, and each endorsed the next.
CREATE TABLE signing_key (
    id TEXT PRIMARY KEY,
    public_key {blob} NOT NULL,
    seed {blob},
    created {integer} NOT NULL,
    retired {integer},
    endorsed_by TEXT,
    endorsement {blob}
) {strict};

-- Receipts read what belongs to a visit.
CREATE INDEX meter_reading_visit ON meter_reading (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX condition_grade_visit ON condition_grade (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX repair_visit ON repair (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX consent_visit ON consent (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX asset_removal_visit ON asset_removal (visit_id) WHERE visit_id IS NOT NULL;
