import type { Person, Source } from '../../src/domain/entities.ts';
import { OUTLET_TYPES } from '../../src/domain/entities.ts';
import type { PersonId, SourceId } from '../../src/domain/ids.ts';
import { dateOfDay } from '../../src/domain/time.ts';
import { randomFor } from './random.ts';

// Syllables that make no English words and no names of anybody.
const HEADS = ['Bar', 'Dov', 'Fen', 'Kel', 'Lor', 'Mir', 'Nol', 'Pel', 'Ruv', 'Tam', 'Vel', 'Zor'];
const MIDDLES = ['a', 'e', 'i', 'o', 'u', 'an', 'el', 'or', 'ami', 'osi'];
const TAILS = ['dek', 'fal', 'gor', 'lim', 'mund', 'nik', 'quist', 'rell', 'sov', 'tarn', 'vik', 'zan'];

/** The number of the person with 50,000 claims, where there is one. */
export const STAR = -1;

const NO_IDS = { wikidata: null, imdb: null, tmdb: null } as const;
const FIRST_BIRTH_DAY = -9_000;
const LAST_BIRTH_DAY = 7_300;

/** The `at`-th person: an adult whose birth date is known, with an alias or a handle now and then. */
export function personAt(at: number): Person {
  const random = randomFor('person', at);
  const word = (): string => random.pick(HEADS) + random.pick(MIDDLES) + random.pick(TAILS);
  const name = `${word()} ${word()}`;
  const slug = name.toLowerCase().replace(' ', '-');
  return {
    id: idOf(slug, at),
    name,
    aliases: random.chance(0.1) ? [`${word()} ${word()}`] : [],
    handles: random.chance(0.3) ? [{ platform: 'INSTAGRAM', name: `${slug.replace('-', '.')}${at}` }] : [],
    externalIds: random.chance(0.5) ? { ...NO_IDS, wikidata: `Q${1_000_000 + at}` } : NO_IDS,
    birthDate: dateOfDay(FIRST_BIRTH_DAY + random.whole(LAST_BIRTH_DAY - FIRST_BIRTH_DAY)),
    birthDateDocument: null,
    privacy: random.chance(0.005) ? 'PRIVATE' : 'PUBLIC_FIGURE',
  };
}

function idOf(slug: string, at: number): PersonId {
  return `person/${slug}-${at === STAR ? 'star' : at.toString(36)}` as PersonId;
}

/** The id alone of the `at`-th person. */
export function personIdAt(at: number): PersonId {
  return personAt(at).id;
}

/** Whether somebody has an account of their own on file. The star has. */
export function hasVoice(at: number): boolean {
  return at % 10 === STAR % 10 || at % 10 === 0;
}

/** The account of the `at`-th person. */
export function voiceAt(at: number): Source {
  const person = personAt(at);
  return {
    id: voiceIdAt(at),
    name: person.name,
    kind: 'SOCIAL_ACCOUNT',
    domain: null,
    outletType: null,
    person: person.id,
    reliability: null,
  };
}

/** The id alone of somebody's account. */
export function voiceIdAt(at: number): SourceId {
  return `source/voice-${at === STAR ? 'star' : at.toString(36)}` as SourceId;
}

/** The `at`-th outlet: one of five types; now and then one whose record is known, a register, or the anonymous. */
export function outletAt(at: number): Source {
  const random = randomFor('outlet', at);
  const kind = at % 40 === 7 ? 'PUBLIC_RECORD' : at % 40 === 13 ? 'ANONYMOUS' : 'OUTLET';
  const word = `${random.pick(HEADS)}${random.pick(MIDDLES)}${random.pick(TAILS)}`;
  return {
    id: outletIdAt(at),
    name: `The ${word} ${at}`,
    kind,
    domain: kind === 'OUTLET' ? `${word.toLowerCase()}${at}.example` : null,
    outletType: kind === 'OUTLET' ? random.pick(OUTLET_TYPES) : null,
    person: null,
    reliability: random.chance(0.1) ? 0.3 + 0.6 * random.next() : null,
  };
}

/** The id alone of the `at`-th outlet. */
export function outletIdAt(at: number): SourceId {
  return `source/outlet-${at}` as SourceId;
}
