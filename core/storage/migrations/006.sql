-- Which of a competitor's products stands there now, or what else there is to say of a unit that is gone.
ALTER TABLE asset_removal ADD COLUMN note TEXT;

-- The opportunities list begins with those due, those to talk about, and those with sales: each by its index.
CREATE INDEX asset_forecast_talk ON asset_forecast (talk_from, talk_until, p50);
CREATE INDEX referral_open ON referral (asset_id) WHERE stage IN ('new', 'accepted', 'offered');
