/**
 * Version 3: what the store knows of itself (the key of feed cursors, and notes of long operations), and which
 * entries of the feed are about a node. SQLite draws random bytes from the system's own by ChaCha20.
 */
export const SCHEMA_3 = `
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO setting (name, value) VALUES ('feed-key', lower(hex(randomblob(32))));
CREATE INDEX change_by_node ON change(node, sequence);
`;
