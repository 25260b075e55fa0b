-- Devices are told how many rows of a snapshot are to come. Snapshots are made anew when a device begins a channel.
DELETE FROM snapshot_frame;
DELETE FROM snapshot;
DELETE FROM snapshot_content;
ALTER TABLE snapshot_frame ADD COLUMN row_count {integer} NOT NULL DEFAULT 0;
