import type {
  FileReader,
  ImportContext,
  ImportFormat,
  InputRecord,
  PreparedRecords,
} from '../../application/import-format.ts';
import type { Credit, Person, Work } from '../../domain/entities.ts';
import { HearsayError, shown } from '../../domain/errors.ts';
import type { CreditId, PersonId, WorkId } from '../../domain/ids.ts';
import { checkName } from '../../domain/names.ts';
import { parseDate } from '../../domain/time.ts';
import { jsonObject, type JsonObject } from '../json.ts';
import { shortHash, slug } from '../names.ts';
import { preparing, type Preparing } from '../preparing.ts';
import { castName } from './cast-name.ts';
import { TwoLives } from './two-lives.ts';

const NO_IDS = { wikidata: null, imdb: null, tmdb: null } as const;
/** More names in one cast is a broken line. */
const MAX_CAST = 1_000;

/**
 * Films as JSON lines `{title, year, cast, href}` (the lists of American films of Wikipedia). One name is one person
 * there, unless that cannot be one life; nobody on file is taken for one of them, since a name alone does not tell
 * people apart.
 */
export const films: ImportFormat = {
  name: 'films',
  dataset: {
    key: 'films',
    name: 'Films of Wikipedia',
    url: 'https://en.wikipedia.org/wiki/Lists_of_American_films',
    domain: 'en.wikipedia.org',
    licence: 'CC BY-SA 4.0',
  },
  maxLine: 1_000_000,
  layout: 'LINES',
  passes: (first) => {
    // A damaged line is rejected by itself; a file that does not even begin as JSON does is another one.
    if (first.fault === null && !first.text.trimStart().startsWith('{')) jsonObject(first.text);
    return [reader()];
  },
};

function reader(): FileReader {
  const lives = new TwoLives();
  return {
    hasHeader: false,
    onConflict: 'KEEP',
    batch: 2_000,
    looksUpNames: false,
    prelude: (records) => {
      for (const record of records) noteYears(record, lives);
    },
    prepare: (records, context) => Promise.resolve(prepare(records, lives, context)),
  };
}

function noteYears({ text, fault }: InputRecord, lives: TwoLives): void {
  // What cannot be read is rejected where it is read.
  const ignored = preparing();
  ignored.take({ text, fault, line: 0 }, () => {
    const fields = jsonObject(text);
    const year = yearOf(fields);
    for (const name of castOf(fields, ignored)) lives.note(name, year);
  });
}

function prepare(records: readonly InputRecord[], lives: TwoLives, context: ImportContext): PreparedRecords {
  const making = preparing();
  const people = new Map<string, Person>();
  for (const record of records) {
    making.take(record, ({ text }) => {
      const fields = jsonObject(text);
      const film = readFilm(fields, context);
      const cast = castOf(fields, making);
      making.out.works.push(film);
      making.mainOf.set(film.id, record);
      for (const [at, name] of cast.entries()) {
        const person = personOf(name, lives.isSecond(name, yearOf(fields)));
        if (!people.has(person.id)) people.set(person.id, person);
        making.out.credits.push(creditOf(person, film, at + 1, context));
      }
    });
  }
  making.out.people.push(...people.values());
  return making.done();
}

function readFilm(fields: JsonObject, { document }: ImportContext): Work {
  const title = checkName(textOf(fields, 'title'), 'title');
  const year = yearOf(fields);
  const href = typeof fields['href'] === 'string' ? fields['href'] : '';
  return {
    // Two films of one year and title are told apart by their articles.
    id: `work/film/${year}-${slug(title) || 'film'}-${shortHash(`${title}\n${year}\n${href}`, 6)}` as WorkId,
    title,
    aliases: [],
    kind: 'FILM',
    premiered: parseDate(String(year).padStart(4, '0')),
    ended: null,
    network: null,
    episodes: null,
    basedOn: [],
    externalIds: NO_IDS,
    document,
  };
}

function yearOf(fields: JsonObject): number {
  const year = fields['year'];
  if (typeof year === 'number' && Number.isInteger(year)) return year;
  throw new HearsayError('INVALID_RECORD', `Expected year to be a whole number, but got ${shown(year)}`);
}

function textOf(fields: JsonObject, name: string): string {
  const value = fields[name];
  if (typeof value === 'string') return value;
  throw new HearsayError('INVALID_RECORD', `Expected ${name} to be a text, but got ${shown(value)}`);
}

/** The names in a cast, each once. What is none of a person is left out, the others stay. */
function castOf(fields: JsonObject, making: Preparing): readonly string[] {
  const cast = fields['cast'];
  if (!Array.isArray(cast) || cast.length > MAX_CAST) {
    throw new HearsayError('INVALID_RECORD', `Expected cast to be a list of names, but got ${shown(cast)}`);
  }
  const names = (cast as readonly unknown[]).flatMap((name) => {
    try {
      const found = castName(checkName(typeof name === 'string' ? name : '', 'cast'));
      if ('name' in found) return [checkName(found.name, 'cast')];
      making.leaveOut(found.leftOut);
      return [];
    } catch (error) {
      making.leaveOut('cast', error);
      return [];
    }
  });
  return [...new Set(names)];
}

function personOf(name: string, isSecond: boolean): Person {
  return {
    id: `person/film/${slug(name) || 'person'}-${shortHash(name, 6)}${isSecond ? '-2' : ''}` as PersonId,
    name,
    aliases: [],
    handles: [],
    externalIds: NO_IDS,
    birthDate: null,
    birthDateDocument: null,
    privacy: 'PUBLIC_FIGURE',
  };
}

// A name does not say that nobody else bears it. Below SURE_CREDIT: a child may have the name of somebody long dead.
const NAME_IS_PERSON = 0.8;

function creditOf(person: Person, film: Work, billing: number, { document, at }: ImportContext): Credit {
  return {
    id: `credit/film/${shortHash(`${person.id} ${film.id}`, 12)}` as CreditId,
    person: person.id,
    work: film.id,
    role: 'ACTOR',
    character: null,
    billing,
    document,
    confidence: NAME_IS_PERSON,
    recordedAt: at,
  };
}
