/**
 * Version 1 of the schema. Ids are text and never change. Lists that are read whole with their row are JSON
 * beside it; where something must be found or checked through a list, a link table holds it as well. Foreign
 * keys are checked at commit, since a change may bring what points and what is pointed at in any order; every
 * column that points has an index, or each record brought later would walk the table of those that wait for it.
 */
export const SCHEMA_1 = `
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  handles TEXT NOT NULL,
  wikidata TEXT, imdb TEXT, tmdb TEXT,
  birth_date TEXT,
  birth_date_document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  privacy TEXT NOT NULL CHECK (privacy IN ('PUBLIC_FIGURE', 'PRIVATE')),
  known_since INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX person_by_wikidata ON person(wikidata) WHERE wikidata IS NOT NULL;
CREATE INDEX person_by_imdb ON person(imdb) WHERE imdb IS NOT NULL;
CREATE INDEX person_by_tmdb ON person(tmdb) WHERE tmdb IS NOT NULL;
CREATE INDEX person_by_birth_date_document ON person(birth_date_document) WHERE birth_date_document IS NOT NULL;

CREATE TABLE handle (
  lower TEXT NOT NULL,
  platform TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (lower, platform, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX handle_by_person ON handle(person);

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  domain TEXT,
  outlet_type TEXT,
  person TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  reliability REAL
) STRICT, WITHOUT ROWID;
CREATE INDEX source_by_person ON source(person) WHERE person IS NOT NULL;

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  url TEXT,
  title TEXT,
  source TEXT NOT NULL REFERENCES source(id) DEFERRABLE INITIALLY DEFERRED,
  published TEXT,
  published_day INTEGER,
  retrieved_at TEXT,
  content_hash TEXT,
  derived_from TEXT NOT NULL,
  shingles BLOB,
  cites_hearsay INTEGER NOT NULL CHECK (cites_hearsay IN (0, 1)),
  names TEXT NOT NULL
) STRICT;
CREATE INDEX document_by_source ON document(source);

CREATE TABLE document_derived (
  document TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  parent TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (document, parent)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_derived_by_parent ON document_derived(parent);

CREATE TABLE document_name (
  document TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  person TEXT NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (document, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_name_by_person ON document_name(person);

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  url TEXT,
  description TEXT,
  availability TEXT NOT NULL,
  captured_at TEXT,
  document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_by_document ON evidence(document) WHERE document IS NOT NULL;

CREATE TABLE work (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  aliases TEXT NOT NULL,
  kind TEXT NOT NULL,
  premiered TEXT,
  premiered_day INTEGER,
  ended TEXT,
  network TEXT,
  episodes INTEGER,
  based_on TEXT NOT NULL,
  wikidata TEXT, imdb TEXT, tmdb TEXT,
  document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX work_by_wikidata ON work(wikidata) WHERE wikidata IS NOT NULL;
CREATE INDEX work_by_imdb ON work(imdb) WHERE imdb IS NOT NULL;
CREATE INDEX work_by_tmdb ON work(tmdb) WHERE tmdb IS NOT NULL;
CREATE INDEX work_by_document ON work(document) WHERE document IS NOT NULL;

CREATE TABLE work_based_on (
  work TEXT NOT NULL REFERENCES work(id) DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL REFERENCES work(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (work, origin)
) STRICT, WITHOUT ROWID;
CREATE INDEX work_based_on_by_origin ON work_based_on(origin);

CREATE TABLE character (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  work TEXT NOT NULL REFERENCES work(id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX character_by_work ON character(work);

CREATE TABLE credit (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  work TEXT NOT NULL REFERENCES work(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  character TEXT REFERENCES character(id) DEFERRABLE INITIALLY DEFERRED,
  billing INTEGER,
  billing_rank INTEGER NOT NULL,
  document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  confidence REAL,
  recorded_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX credit_once ON credit(person, work, role, ifnull(character, ''));
CREATE INDEX credit_by_person ON credit(person, billing_rank, id, role, recorded_at);
CREATE INDEX credit_by_work ON credit(work, billing_rank, id, role, recorded_at, person);
CREATE INDEX credit_by_character ON credit(character, billing_rank, id, role, recorded_at) WHERE character IS NOT NULL;
CREATE INDEX credit_by_part ON credit(person, character) WHERE character IS NOT NULL;
CREATE INDEX credit_by_document ON credit(document, recorded_at, person) WHERE document IS NOT NULL;

CREATE TABLE on_screen (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  a TEXT NOT NULL REFERENCES character(id) DEFERRABLE INITIALLY DEFERRED,
  b TEXT NOT NULL REFERENCES character(id) DEFERRABLE INITIALLY DEFERRED,
  work TEXT NOT NULL REFERENCES work(id) DEFERRABLE INITIALLY DEFERRED,
  document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX on_screen_by_a ON on_screen(a, b);
CREATE INDEX on_screen_by_b ON on_screen(b, a);
CREATE INDEX on_screen_by_work ON on_screen(work);
CREATE INDEX on_screen_by_document ON on_screen(document) WHERE document IS NOT NULL;

CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  family TEXT,
  subject TEXT NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  object TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  pair_a TEXT,
  pair_b TEXT,
  stance TEXT NOT NULL,
  modality TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  attributed_to TEXT NOT NULL,
  anonymous_insider INTEGER NOT NULL CHECK (anonymous_insider IN (0, 1)),
  on_record_person TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  on_record_as TEXT,
  evidence TEXT NOT NULL,
  locator TEXT,
  quote TEXT,
  valid_from TEXT,
  valid_to TEXT,
  asserted_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  retracted_at TEXT,
  retracted_by TEXT,
  retraction_reason TEXT,
  retraction_note TEXT,
  subject_mention TEXT,
  object_mention TEXT,
  said_day INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  show_open INTEGER,
  show_cautious INTEGER,
  show_strict INTEGER,
  hard INTEGER NOT NULL DEFAULT 0 CHECK (hard IN (0, 1))
) STRICT, WITHOUT ROWID;
-- Each of these starts with what is asked for, goes on in the order of lists, and ends in everything that
-- decides whether a reader may see the claim, so that counting and cutting a page reads no claim it does not show.
CREATE INDEX claim_by_pair ON claim(pair_a, pair_b, said_day DESC, id, family, kind, stance, first_day,
  recorded_at, retracted_at, show_open, show_cautious, show_strict, subject) WHERE pair_a IS NOT NULL;
CREATE INDEX claim_by_subject ON claim(subject, said_day DESC, id, family, kind, stance, first_day,
  recorded_at, retracted_at, show_open, show_cautious, show_strict);
CREATE INDEX claim_by_object ON claim(object, said_day DESC, id, family, kind, stance, first_day,
  recorded_at, retracted_at, show_open, show_cautious, show_strict, subject) WHERE object IS NOT NULL;
CREATE INDEX claim_by_document ON claim(document, said_day DESC, id, kind, stance, first_day,
  recorded_at, retracted_at, show_open, show_cautious, show_strict);
CREATE INDEX claim_by_on_record ON claim(on_record_person) WHERE on_record_person IS NOT NULL;
CREATE INDEX claim_by_said_day ON claim(said_day DESC, id);
CREATE INDEX claim_single ON claim(subject, said_day DESC, id, first_day, recorded_at, retracted_at, show_open,
  show_cautious, show_strict) WHERE kind = 'SINGLE';
CREATE INDEX claim_hard_by_subject ON claim(subject, said_day DESC, id) WHERE hard = 1;
CREATE INDEX claim_hard_by_object ON claim(object, said_day DESC, id) WHERE hard = 1;

CREATE TABLE claim_attribution (
  source TEXT NOT NULL REFERENCES source(id) DEFERRABLE INITIALLY DEFERRED,
  claim TEXT NOT NULL REFERENCES claim(id) DEFERRABLE INITIALLY DEFERRED,
  step INTEGER NOT NULL,
  document TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (source, claim, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_attribution_by_claim ON claim_attribution(claim);
CREATE INDEX claim_attribution_by_document ON claim_attribution(document) WHERE document IS NOT NULL;

CREATE TABLE claim_evidence (
  evidence TEXT NOT NULL REFERENCES evidence(id) DEFERRABLE INITIALLY DEFERRED,
  claim TEXT NOT NULL REFERENCES claim(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (evidence, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_evidence_by_claim ON claim_evidence(claim);

CREATE TABLE outcome (
  claim TEXT PRIMARY KEY REFERENCES claim(id) DEFERRABLE INITIALLY DEFERRED,
  held INTEGER NOT NULL CHECK (held IN (0, 1)),
  decided_at TEXT,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE outcome_source (
  source TEXT NOT NULL REFERENCES source(id) DEFERRABLE INITIALLY DEFERRED,
  claim TEXT NOT NULL REFERENCES outcome(claim) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (source, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX outcome_source_by_claim ON outcome_source(claim);

CREATE TABLE relationship (
  a TEXT NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  b TEXT NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  family TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  confidence REAL,
  independent_sources INTEGER NOT NULL,
  since TEXT,
  until TEXT,
  engine_version TEXT NOT NULL,
  evaluated_at TEXT NOT NULL,
  PRIMARY KEY (a, b, family)
) STRICT, WITHOUT ROWID;
CREATE INDEX relationship_by_b ON relationship(b, a, family);

CREATE TABLE name (
  key_id INTEGER PRIMARY KEY,
  type TEXT NOT NULL CHECK (type IN ('person', 'work', 'character')),
  node TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  key TEXT NOT NULL,
  is_handle INTEGER NOT NULL CHECK (is_handle IN (0, 1)),
  UNIQUE (node, position)
) STRICT;
CREATE INDEX name_by_key ON name(key, type, is_handle, node);

CREATE TABLE name_word (
  word TEXT NOT NULL,
  name INTEGER NOT NULL REFERENCES name(key_id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (word, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_word_by_name ON name_word(name);

CREATE VIRTUAL TABLE name_text USING fts5(key, content='name', content_rowid='key_id', tokenize='trigram');
CREATE VIRTUAL TABLE name_trigram USING fts5vocab(name_text, 'row');

CREATE TABLE change (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  type TEXT NOT NULL CHECK (type IN ('CREATED', 'UPDATED', 'RETRACTED', 'OUTCOME')),
  node TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
`;

/**
 * Version 2: lists of names are cut in an order that every store knows (by key or word, then by node), so the
 * indexes of names are in it; words are kept once a node.
 */
export const SCHEMA_2 = `
DROP INDEX name_by_key;
CREATE INDEX name_by_key ON name(key, node, type, is_handle);
DROP INDEX name_word_by_name;
ALTER TABLE name_word RENAME TO name_word_of_name;
CREATE TABLE name_word (
  word TEXT NOT NULL,
  node TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('person', 'work', 'character')),
  PRIMARY KEY (word, node)
) STRICT, WITHOUT ROWID;
INSERT INTO name_word (word, node, type)
  SELECT DISTINCT w.word, n.node, n.type FROM name_word_of_name w JOIN name n ON n.key_id = w.name ORDER BY w.word, n.node;
DROP TABLE name_word_of_name;
CREATE INDEX name_word_by_node ON name_word(node);
`;
