-- Which of a competitor's products stands there now, or what else there is to say of a unit that is gone.
ALTER TABLE asset_removal ADD COLUMN note TEXT;
