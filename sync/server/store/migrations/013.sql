-- set_back: the restored backup (meta 'generation') that the device has to name, negative once it has heard of it; 0 for
-- one that has never known the company as it was before.
ALTER TABLE replica ADD COLUMN set_back {integer} NOT NULL DEFAULT 0;
