import type { Claim, Outcome } from '../../domain/claim.ts';
import type { Character, Document, Evidence, Person, Source, Work } from '../../domain/entities.ts';
import { bareHandle } from '../../domain/names.ts';

/** A relationship that mirrors a property: from one node to another, with what it says itself. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, string | number | null>>;
}

/** Relationships of one type that records of one type have. */
export interface LinkKind<T> {
  readonly type: string;
  readonly from: Label;
  readonly to: Label;
  readonly of: (value: T) => readonly Link[];
}

/** Labels of nodes with an id; of an Outcome, that of its claim. */
export type Label =
  'Person' | 'Source' | 'Document' | 'Evidence' | 'Work' | 'Character' | 'Claim' | 'Outcome' | 'Handle';

/** The property that a node of a label is found by. */
export function keyOf(label: Label): 'id' | 'claim' {
  return label === 'Outcome' ? 'claim' : 'id';
}

/** Records whose pointers are relationships. */
interface Linked {
  readonly people: Person;
  readonly sources: Source;
  readonly documents: Document;
  readonly evidence: Evidence;
  readonly works: Work;
  readonly characters: Character;
  readonly claims: Claim;
  readonly outcomes: Outcome;
}
export type LinkedType = keyof Linked;

/** Every pointer that is also a relationship, by the type of the record that has it. */
export const LINKS: { readonly [K in LinkedType]: readonly LinkKind<Linked[K]>[] } = {
  people: [
    link('HAS_HANDLE', 'Person', 'Handle', (one) => [one.id, one.handles.map(handleId)]),
    link('BIRTH_STATED_IN', 'Person', 'Document', (one) => [one.id, [one.birthDateDocument]]),
  ],
  sources: [link('VOICE_OF', 'Source', 'Person', (one) => [one.id, [one.person]])],
  documents: [
    link('PUBLISHED_BY', 'Document', 'Source', (one) => [one.id, [one.source]]),
    link('DERIVED_FROM', 'Document', 'Document', (one) => [one.id, one.derivedFrom]),
    link('NAMES', 'Document', 'Person', (one) => [one.id, one.names]),
  ],
  evidence: [link('SHOWN_IN', 'Evidence', 'Document', (one) => [one.id, [one.document]])],
  works: [
    link('STATED_IN', 'Work', 'Document', (one) => [one.id, [one.document]]),
    link('BASED_ON', 'Work', 'Work', (one) => [one.id, one.basedOn]),
  ],
  characters: [link('IN', 'Character', 'Work', (one) => [one.id, [one.work]])],
  claims: [
    link('SUBJECT', 'Claim', 'Person', (one) => [one.id, [one.subject]]),
    link('OBJECT', 'Claim', 'Person', (one) => [one.id, [one.object]]),
    link('STATED_IN', 'Claim', 'Document', (one) => [one.id, [one.document]]),
    {
      ...{ type: 'ON_RECORD', from: 'Claim', to: 'Person' },
      of: ({ id, onRecord }) =>
        onRecord === null ? [] : [{ from: id, to: onRecord.person, properties: { as: onRecord.as } }],
    },
    {
      ...{ type: 'ATTRIBUTED_TO', from: 'Claim', to: 'Source' },
      of: ({ id, attributedTo }) =>
        attributedTo.map(({ source, document }, step) => ({
          from: id,
          to: source,
          properties: { step, document },
        })),
    },
    {
      ...{ type: 'CITES', from: 'Claim', to: 'Evidence' },
      of: ({ id, evidence }) =>
        distinct(
          evidence.map((cited) => ({ from: id, to: cited.evidence, properties: { stance: cited.stance } })),
        ),
    },
  ],
  outcomes: [link('CAME_TO', 'Claim', 'Outcome', ({ claim }) => [claim, [claim]])],
};

function link<T>(
  type: string,
  from: Label,
  to: Label,
  ends: (value: T) => readonly [string, readonly (string | null)[]],
): LinkKind<T> {
  return {
    ...{ type, from, to },
    of: (value) => {
      const [id, targets] = ends(value);
      const given = targets.filter((target) => target !== null);
      return [...new Set(given)].map((target) => ({ from: id, to: target, properties: {} }));
    },
  };
}

function distinct(links: readonly Link[]): readonly Link[] {
  return [...new Map(links.map((each) => [JSON.stringify(each), each])).values()];
}

/** The id of the node of a handle: one that several people are said to have is one node. */
export function handleId({ platform, name }: Person['handles'][number]): string {
  return `${platform} ${bareHandle(name)}`;
}
