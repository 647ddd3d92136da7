import type { GraphChange } from '../../src/domain/change.ts';
import type { Outcome } from '../../src/domain/claim.ts';
import type { Person, PersonFacts, Source } from '../../src/domain/entities.ts';
import { byCodeUnit, type PersonId, type SourceId } from '../../src/domain/ids.ts';
import { characterNames, personNames, workNames } from '../../src/domain/name-entries.ts';
import { bareHandle } from '../../src/domain/names.ts';
import { trigramsOf } from '../../src/domain/near-names.ts';
import { storedPolicy } from '../../src/domain/stored-policy.ts';
import type { EpochDay } from '../../src/domain/time.ts';
import type { DerivedRelationship } from '../../src/domain/verdict.ts';
import { handleId, LINKS, type LinkKind } from '../../src/stores/neo4j/links.ts';
import { nameNodes, wordNodes } from '../../src/stores/neo4j/name-index.ts';
import * as parameters from '../../src/stores/neo4j/parameters.ts';
import { writeClaims, writeOutcomes } from '../../src/stores/neo4j/write-claims.ts';
import { writeNodes } from '../../src/stores/neo4j/write-nodes.ts';
import { begin, noRecords, type RecordsById } from '../../src/stores/neo4j/writing.ts';
import type { CsvFiles } from './csv.ts';

/** What is known of the graph so far, as far as later changes point at it. */
interface Known {
  readonly people: Map<PersonId, Person>;
  readonly sources: Map<SourceId, Source>;
  readonly knownSince: Map<PersonId, EpochDay>;
  readonly trigrams: Map<string, number>;
  sequence: number;
}

/**
 * Writes what the store makes of changes into an empty database, with the store's own names, properties and rules,
 * as rows of files. Only for changes that hold nothing twice and point at nothing later than themselves, and whose
 * people have a birth date: those of the generator. Stored relationships come from a store that has the same graph.
 */
export function writeRows(
  changes: Iterable<GraphChange>,
  edges: Iterable<DerivedRelationship>,
  files: CsvFiles,
  onChange: (change: GraphChange) => void,
): void {
  const known: Known = {
    people: new Map(),
    sources: new Map(),
    knownSince: new Map(),
    trigrams: new Map(),
    sequence: 0,
  };
  for (const change of changes) {
    writeChange(change, known, files);
    onChange(change);
  }
  for (const person of known.people.values()) {
    const knownSince = known.knownSince.get(person.id) ?? null;
    files.node('Person', 'id', { ...parameters.person(person), knownSince });
  }
  for (const edge of edges) {
    const [from, to] = [edge.a, edge.b].map((id) => ({ label: 'Person', id }));
    if (from !== undefined && to !== undefined)
      files.relationship('RELATED', from, to, parameters.relationship(edge));
  }
  for (const [text, names] of known.trigrams) files.node('Trigram', 'text', { text, names });
  const { sequence: last } = known;
  // Of version 0, so that opening the store makes its indexes.
  files.node('Schema', 'id', { id: 'schema', version: 0 });
  files.node('Feed', 'id', { id: 'feed', key: 'f'.repeat(64), last, settled: last });
}

function writeChange(change: GraphChange, known: Known, files: CsvFiles): void {
  const writing = begin(change, noRecords(), new Map());
  writeNodes(writing);
  writeClaims(writing);
  writeOutcomes(writing);
  const { stored } = writing;
  for (const person of stored.people.values()) known.people.set(person.id, person);
  for (const source of stored.sources.values()) known.sources.set(source.id, source);
  writeRecords(stored, files);
  writeCredits(stored, known, files);
  writeSaid(stored, known, files);
  writeLinks(stored, files);
  writeNames(stored, known, files);
  for (const event of writing.events) {
    known.sequence += 1;
    files.node('Change', null, { ...event, sequence: known.sequence, at: change.at, by: change.by });
  }
}

function writeRecords(stored: RecordsById, files: CsvFiles): void {
  for (const one of stored.sources.values()) files.node('Source', 'id', parameters.source(one));
  for (const one of stored.documents.values()) files.node('Document', 'id', parameters.document(one));
  for (const one of stored.evidence.values()) files.node('Evidence', 'id', parameters.evidence(one));
  for (const one of stored.works.values()) files.node('Work', 'id', parameters.work(one));
  for (const { handles } of stored.people.values()) {
    for (const handle of handles) {
      const { platform, name } = handle;
      files.node('Handle', 'id', { id: handleId(handle), platform, name: bareHandle(name) });
    }
  }
}

function writeCredits(stored: RecordsById, { knownSince }: Known, files: CsvFiles): void {
  for (const credit of stored.credits.values()) {
    const [from, to] = [
      { label: 'Person', id: credit.person },
      { label: 'Work', id: credit.work },
    ];
    files.relationship('CREDITED', from, to, parameters.credit(credit));
    const day = stored.works.get(credit.work)?.premiered?.lastDay;
    if (day !== undefined) {
      knownSince.set(credit.person, Math.min(day, knownSince.get(credit.person) ?? day));
    }
  }
}

function writeSaid(stored: RecordsById, { people, sources }: Known, files: CsvFiles): void {
  const facts = new Map<PersonId, PersonFacts>();
  const claims = [...stored.claims.values()];
  for (const { subject, object } of claims) {
    for (const id of object === null ? [subject] : [subject, object]) {
      const person = people.get(id);
      if (person !== undefined) facts.set(id, { person, knownSince: null });
    }
  }
  const dossier = {
    claims,
    people: facts,
    documents: new Map([...stored.documents.values()].map((one) => [one.id, one])),
    evidence: new Map([...stored.evidence.values()].map((one) => [one.id, one])),
    sources,
    truncated: false,
  };
  for (const claim of claims) {
    const source = stored.documents.get(claim.document)?.source ?? null;
    const policy = parameters.policy(claim, storedPolicy(claim, dossier));
    const isNeverShown = policy['showOpen'] === null && policy['hard'] === false;
    // The store writes only what differs from nothing.
    const kept = isNeverShown ? { ...policy, hard: null } : policy;
    files.node('Claim', 'id', { ...parameters.claim(claim), ...kept, source });
  }
  for (const outcome of stored.outcomes.values()) {
    files.node('Outcome', 'claim', parameters.outcome(outcome));
    for (const source of judged(outcome, stored)) {
      const ends = [
        { label: 'Outcome', id: outcome.claim },
        { label: 'Source', id: source },
      ] as const;
      files.relationship('JUDGES', ...ends, { source, claim: outcome.claim });
    }
  }
}

/** Who said it, and to whom it was attributed. */
function judged({ claim: id }: Outcome, { claims, documents }: RecordsById): readonly string[] {
  const claim = claims.get(id);
  const sources = [
    documents.get(claim?.document ?? '')?.source,
    ...(claim?.attributedTo ?? []).map((step) => step.source),
  ];
  return [...new Set(sources.filter((source) => source !== undefined))].sort(byCodeUnit);
}

function writeLinks(stored: RecordsById, files: CsvFiles): void {
  const link = <T>(kinds: readonly LinkKind<T>[], values: ReadonlyMap<string, T>): void => {
    for (const value of values.values()) {
      for (const kind of kinds) {
        for (const { from, to, properties } of kind.of(value)) {
          const ends = [
            { label: kind.from, id: from },
            { label: kind.to, id: to },
          ] as const;
          files.relationship(kind.type, ...ends, properties);
        }
      }
    }
  };
  link(LINKS.people, stored.people);
  link(LINKS.sources, stored.sources);
  link(LINKS.documents, stored.documents);
  link(LINKS.evidence, stored.evidence);
  link(LINKS.works, stored.works);
  link(LINKS.claims, stored.claims);
  link(LINKS.outcomes, stored.outcomes);
}

function writeNames(stored: RecordsById, { trigrams }: Known, files: CsvFiles): void {
  const entries = [
    ...[...stored.people.values()].map(personNames),
    ...[...stored.works.values()].map(workNames),
    ...[...stored.characters.values()].map(characterNames),
  ];
  for (const entry of entries) {
    for (const name of nameNodes(entry)) {
      files.node('Name', null, { ...name });
      for (const text of trigramsOf(name.key)) trigrams.set(text, (trigrams.get(text) ?? 0) + 1);
    }
    for (const word of wordNodes(entry)) files.node('Word', null, { ...word });
  }
}
