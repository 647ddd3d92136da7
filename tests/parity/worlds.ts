import fc from 'fast-check';
import type { GraphChange } from '../../src/domain/change.ts';
import type { Claim, Outcome } from '../../src/domain/claim.ts';
import type { Character, Credit, OnScreenRelationship, Person, Work } from '../../src/domain/entities.ts';
import { ON_SCREEN_KINDS } from '../../src/domain/entities.ts';
import type { CharacterId, CreditId, OnScreenId } from '../../src/domain/ids.ts';
import { checkName } from '../../src/domain/names.ts';
import { parseDate } from '../../src/domain/time.ts';
import { change, claim, credit, person, RECORDED, work } from '../support/builders.ts';
import { world, type World } from '../contract/worlds.ts';

/** A world of the contract with everything else that a client can ask about, and names as nobody wants them. */
export interface FullWorld extends World {
  /** Two grown people of whom enough is said, whatever the rest of the world is like. */
  readonly couple: readonly [Person, Person];
  readonly everybody: readonly Person[];
  readonly everyWork: readonly Work[];
  readonly characters: readonly Character[];
  readonly onScreen: readonly OnScreenRelationship[];
  readonly parts: readonly Credit[];
  /** What people may type to find somebody in it. */
  readonly typed: readonly string[];
}

/** Names that look like something else: syntax, other scripts, marks, and letters beyond the first plane. */
const HOSTILE = [
  "O'Hara \u2019s",
  '"; DROP TABLE person; --',
  '`n` DETACH DELETE n //',
  '$key',
  '{id: 1}',
  'a* OR b',
  'NEAR(a b)',
  '/* x */ RETURN 1',
  '\\u0027 \\\\',
  '%_%',
  'person/w1.p0',
  '\u0130pek I\u015f\u0131k',
  '\u5b8b\u6167\u4e54',
  '\u0645\u062d\u0645\u062f \u0639\u0644\u06cc',
  '\u041c\u0430\u0440\u0438\u044f',
  'Zoe\u0308 Saldan\u0303a',
  '\u{1f600}\u{1f601}\u{1f602}',
  '\u{10348}\u{1f600} \uffe6',
  '!!!',
  '@handle',
  'Ann  Ann-Ann',
  'x'.repeat(200),
];

const name = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter(isName),
  fc.stringMatching(/^[A-D][a-d]{1,6}( [A-D][a-d]{1,6})?$/),
);

function isName(text: string): boolean {
  try {
    return checkName(text, 'name') === text;
  } catch {
    return false;
  }
}

const more = fc.record({
  names: fc.uniqueArray(name, { minLength: 6, maxLength: 6 }),
  typed: fc.array(name, { minLength: 2, maxLength: 2 }),
  handle: fc.stringMatching(/^[a-z]{3}[._][A-Z]{2}$/),
  billing: fc.option(fc.constantFrom(1, 2, 1_000)),
  kind: fc.constantFrom(...ON_SCREEN_KINDS),
  held: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
  told: fc.array(
    fc.record({
      kind: fc.constantFrom('DATING', 'DATING', 'ENGAGED', 'MARRIED', 'SPLIT'),
      stance: fc.constantFrom('SUPPORTS', 'SUPPORTS', 'DENIES', 'ENDS'),
      modality: fc.constantFrom('CONFIRMED', 'REPORTED', 'RUMORED', 'SPECULATED'),
      document: fc.nat({ max: 3 }),
      attributedTo: fc.option(fc.nat({ max: 3 })),
      evidence: fc.option(fc.nat({ max: 2 })),
      asserted: fc.constantFrom('2021', '2023-06', '2024-01-02'),
      insider: fc.boolean(),
      own: fc.boolean(),
      quote: fc.option(name),
    }),
    { minLength: 2, maxLength: 5 },
  ),
});
type More = typeof more extends fc.Arbitrary<infer S> ? S : never;

/** Worlds that share no id, so that one store can hold many. */
export const fullWorld: fc.Arbitrary<FullWorld> = fc
  .tuple(world, more)
  .map(([base, given]) => build(base, given));

function build(base: World, given: More): FullWorld {
  const key = base.people[0]?.id.split(/[/.]/)[1] ?? '';
  const people = morePeople(key, base, given);
  const works = moreWorks(key, base, given);
  const told = given.told.map((one, at) => toldOf(`${key}.told${at}`, one, people.couple, base));
  const outcomes = [...base.claims, ...told].map(({ id }, at): Outcome => ({
    claim: id,
    held: given.held[at % given.held.length] ?? true,
    decidedAt: parseDate('2024-02'),
    recordedAt: RECORDED,
    recordedBy: 'me',
    note: given.names[0] ?? null,
  }));
  const { characters, onScreen, parts } = works;
  const added: readonly GraphChange[] = [
    change({ people: people.added, works: works.added, characters, credits: parts, onScreen }),
    change({ claims: told, outcomes: outcomes.filter((_, at) => at % 2 === 0) }),
  ];
  return {
    ...base,
    changes: [...base.changes, ...added],
    claims: [...base.claims, ...told],
    couple: people.couple,
    everybody: [...people.added, ...base.people.slice(2)],
    everyWork: [...base.works, ...works.added],
    characters,
    onScreen,
    parts,
    typed: [
      ...given.typed,
      ...given.names,
      at(base.people, 0).name.slice(0, -3),
      at(base.works, 0).title.replace('Work', 'Wrok'),
      `@${key}.${given.handle}`,
    ],
  };
}

/** Two of the world under more names, somebody with the name of one of them, somebody unknown, and two grown ones. */
function morePeople(key: string, { people }: World, { names, handle }: More) {
  const handles = [{ platform: 'INSTAGRAM', name: `${key}.${handle}` }] as const;
  const externalIds = { wikidata: `Q${key}`, imdb: null, tmdb: key };
  const [first, second] = [at(people, 0), at(people, 1)];
  const couple = [
    person(`${key}.star`, `Star of ${key}`),
    person(`${key}.partner`, `Partner of ${key}`),
  ] as const;
  const added: readonly Person[] = [
    { ...first, aliases: names.slice(0, 1), handles },
    { ...second, aliases: names.slice(1, 3), externalIds },
    person(`${key}.twin`, first.name, { handles, birthDate: parseDate('1970') }),
    person(`${key}.stranger`, at(names, 3), { birthDate: null }),
    ...couple,
  ];
  return { couple, added };
}

/** A remake of a work that is called alike, with a cast and a romance of its own, and another work. */
function moreWorks(key: string, { people, works, documents }: World, { names, billing, kind }: More) {
  const film = at(works, 0);
  const remake = work(`${key}.remake`, film.title, {
    basedOn: [film.id],
    network: at(names, 4),
    episodes: 3,
  });
  const other = work(`${key}.other`, at(names, 5), {
    kind: 'SERIES',
    externalIds: { wikidata: null, imdb: `tt${key}`, tmdb: null },
  });
  const characters = [at(names, 3), `Hero of ${key}`].map((called, place): Character => ({
    id: `character/${key}.c${place}` as CharacterId,
    name: called,
    aliases: [],
    work: remake.id,
  }));
  const parts = characters.map((character, place) =>
    credit(at(people, place), remake, {
      id: `credit/${key}.part${place}` as CreditId,
      character: character.id,
      billing: place === 0 ? billing : null,
      confidence: 0.123_456_789,
    }),
  );
  const pairing: OnScreenRelationship = {
    id: `on-screen/${key}` as OnScreenId,
    kind,
    characters: [at(characters, 1).id, at(characters, 0).id],
    work: remake.id,
    document: at(documents, 0).id,
  };
  return { added: [remake, other], characters, parts, onScreen: [pairing] };
}

function toldOf(
  key: string,
  given: More['told'][number],
  couple: readonly [Person, Person],
  { documents, sources, evidence }: World,
): Claim {
  const { kind, stance, modality, attributedTo, evidence: item, quote } = given;
  return claim(key, couple, at(documents, given.document), {
    ...{ kind, stance, modality, quote },
    assertedAt: parseDate(given.asserted),
    anonymousInsider: given.insider,
    attributedTo: attributedTo === null ? [] : [{ source: at(sources, attributedTo).id, document: null }],
    evidence: item === null ? [] : [{ evidence: at(evidence, item).id, stance: 'SUPPORTS' }],
    onRecord: given.own ? { person: couple[0].id, as: 'SELF' } : null,
  });
}

function at<T>(items: readonly T[], place: number): T {
  const item = items[place % items.length];
  if (item === undefined) throw new RangeError(`Expected an item at ${place}`);
  return item;
}
