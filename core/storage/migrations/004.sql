-- held: the server has every byte of the file and found its hash right. refused: why it will not have it.
ALTER TABLE content_file ADD COLUMN held INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1));
ALTER TABLE content_file ADD COLUMN refused TEXT;
CREATE INDEX content_file_waiting ON content_file (sha256) WHERE present = 1 AND held = 0;
CREATE INDEX attachment_file ON attachment (sha256);
