/** Version 4: what each batch of a dataset brought, as far as it takes to tell who may hear of it. */
export const SCHEMA_4 = `
CREATE TABLE batch_brought (
  sequence INTEGER NOT NULL,
  node TEXT NOT NULL,
  PRIMARY KEY (sequence, node)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_brought_by_node ON batch_brought(node, sequence);
`;
