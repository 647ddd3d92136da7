import { HearsayError, shown } from '../../domain/errors.ts';
import { parseDate, type EdtfDate } from '../../domain/time.ts';
import { isObject, jsonObject, type JsonObject } from '../json.ts';

/**
 * The properties that are read, and no others: none of them is about orientation, gender, health, religion, politics
 * or crimes, and none of those can come in by way of a new one.
 */
export const PROPERTIES = {
  instanceOf: 'P31',
  spouse: 'P26',
  partner: 'P451',
  cast: 'P161',
  characterRole: 'P453',
  characterName: 'P4633',
  birthDate: 'P569',
  published: 'P577',
  start: 'P580',
  end: 'P582',
  pointInTime: 'P585',
  imdb: 'P345',
  tmdbPerson: 'P4985',
  tmdbFilm: 'P4947',
  tmdbSeries: 'P4983',
  statedIn: 'P248',
  referenceUrl: 'P854',
  retrieved: 'P813',
  ordinal: 'P1545',
} as const;
export type Property = keyof typeof PROPERTIES;

/** A value of a statement, a qualifier or a reference. */
export interface Snak {
  readonly type: 'value' | 'somevalue' | 'novalue';
  readonly value: unknown;
}

/** What an entity says about something. */
export interface Statement {
  readonly id: string;
  readonly rank: 'preferred' | 'normal' | 'deprecated';
  readonly main: Snak;
  readonly qualifier: (property: Property) => readonly Snak[];
  readonly references: readonly ((property: Property) => readonly Snak[])[];
}

/** An item of Wikidata, as far as it is read. */
export interface Entity {
  readonly id: string;
  /** In English, else in any language; null when it has none. */
  readonly label: string | null;
  /** Labels in other languages, and English aliases. */
  readonly otherNames: readonly string[];
  readonly statements: (property: Property) => readonly Statement[];
}

const LANGUAGES = ['en', 'mul', 'es', 'fr', 'de'];

/** The entity of a record, also where it comes wrapped as a server gives it. Throws INVALID_RECORD. */
export function readEntity(text: string): Entity {
  const body = unwrapped(jsonObject(text));
  const id = body['id'];
  if (typeof id !== 'string' || !/^[A-Z]\d{1,12}$/.test(id)) {
    throw new HearsayError('INVALID_RECORD', `Expected an entity with an id like Q42, but got ${shown(id)}`);
  }
  const labels = textsOf(body['labels']);
  const label = LANGUAGES.map((language) => labels.get(language)?.[0]).find((name) => name !== undefined);
  const found = label ?? [...labels.values()][0]?.[0] ?? null;
  const named = LANGUAGES.flatMap((language) => labels.get(language) ?? []);
  const claims = isObject(body['claims']) ? body['claims'] : {};
  return {
    id,
    label: found,
    otherNames: [...named, ...(textsOf(body['aliases']).get('en') ?? [])]
      .filter((name) => name !== found)
      .slice(0, 30),
    statements: (property) => listOf(claims[PROPERTIES[property]]).flatMap(statementOf),
  };
}

function unwrapped(body: JsonObject): JsonObject {
  const entities = body['entities'];
  const [only] = isObject(entities) ? Object.values(entities) : [];
  return isObject(only) ? only : body;
}

function textsOf(value: unknown): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, readonly string[]>();
  if (!isObject(value)) return texts;
  for (const [language, terms] of Object.entries(value)) {
    const list = Array.isArray(terms) ? (terms as readonly unknown[]) : [terms];
    const found = list.flatMap((term) =>
      isObject(term) && typeof term['value'] === 'string' ? [term['value']] : [],
    );
    if (found.length > 0) texts.set(language, found);
  }
  return texts;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function statementOf(value: unknown): readonly Statement[] {
  if (!isObject(value)) return [];
  const { id, rank } = value;
  const [main] = snakOf(value['mainsnak']);
  if (typeof id !== 'string' || main === undefined) return [];
  const isRanked = rank === 'preferred' || rank === 'deprecated';
  return [
    {
      ...{ id, main, rank: isRanked ? rank : 'normal' },
      qualifier: snaksIn(value['qualifiers']),
      references: listOf(value['references']).map((each) => snaksIn(isObject(each) ? each['snaks'] : null)),
    },
  ];
}

function snaksIn(value: unknown): (property: Property) => readonly Snak[] {
  return (property) => (isObject(value) ? listOf(value[PROPERTIES[property]]).flatMap(snakOf) : []);
}

function snakOf(value: unknown): readonly Snak[] {
  if (!isObject(value)) return [];
  const type = value['snaktype'];
  if (type === 'somevalue' || type === 'novalue') return [{ type, value: null }];
  const data = value['datavalue'];
  return type === 'value' && isObject(data) ? [{ type, value: data['value'] }] : [];
}

/** Statements of the best rank that there is: deprecated ones never count. */
export function best(statements: readonly Statement[]): readonly Statement[] {
  const preferred = statements.filter(({ rank }) => rank === 'preferred');
  return preferred.length > 0 ? preferred : statements.filter(({ rank }) => rank === 'normal');
}

/** The item that a value is, or null. */
export function itemOf({ value }: Snak): string | null {
  const id = isObject(value) ? value['id'] : null;
  return typeof id === 'string' && /^Q\d{1,12}$/.test(id) ? id : null;
}

/** The text that a value is, or null. */
export function textOf({ value }: Snak): string | null {
  return typeof value === 'string' ? value : null;
}

const JULIAN = 'http://www.wikidata.org/entity/Q1985786';

/** The date that a value is, as precise as it is said to be; null for what is no date of our calendar. */
export function dateOf({ value }: Snak): EdtfDate | null {
  if (!isObject(value) || typeof value['time'] !== 'string') return null;
  const match = /^\+(\d{4})-(\d{2})-(\d{2})T/.exec(value['time']);
  if (match === null) return null;
  const [, year = '', month = '', day = ''] = match;
  // Of a day of another calendar only the year is as good as the same here.
  const precision =
    value['calendarmodel'] === JULIAN ? Math.min(9, Number(value['precision'])) : value['precision'];
  const text = { 11: `${year}-${month}-${day}`, 10: `${year}-${month}`, 9: year, 8: `${year.slice(0, 3)}X` }[
    Number(precision)
  ];
  try {
    return text === undefined ? null : parseDate(text);
  } catch {
    return null;
  }
}
