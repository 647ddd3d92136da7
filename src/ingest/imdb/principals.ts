import type { ImportContext, InputRecord, PreparedRecords } from '../../application/import-format.ts';
import type { CreditRole } from '../../domain/entities.ts';
import { HearsayError, shown } from '../../domain/errors.ts';
import type { CharacterId, CreditId } from '../../domain/ids.ts';
import { checkName } from '../../domain/names.ts';
import { shortHash, slug } from '../names.ts';
import { preparing, type Preparing } from '../preparing.ts';
import { imdbId, required, type Row, type Table } from './columns.ts';

// What IMDb calls an actress is an actor here: no gender is stored. Archive footage is no part in a work.
// A map: what a file says may be a word that every object knows.
const ROLES: ReadonlyMap<string, CreditRole> = new Map(
  Object.entries({
    actor: 'ACTOR',
    actress: 'ACTOR',
    self: 'SELF',
    director: 'DIRECTOR',
    writer: 'WRITER',
    producer: 'PRODUCER',
    composer: 'COMPOSER',
    creator: 'CREATOR',
  } as const),
);

interface Principal {
  readonly record: InputRecord;
  readonly work: string;
  readonly person: string;
  readonly role: CreditRole;
  readonly billing: number;
  readonly characters: readonly string[];
}

/** Who had which part in a work. A line about somebody, or a work, that is not on file is rejected. */
export async function preparePrincipals(
  records: readonly InputRecord[],
  table: Table,
  { store, at, document }: ImportContext,
): Promise<PreparedRecords> {
  const making = preparing();
  const rows = records.flatMap((record) => {
    const row = making.take(record, () => readPrincipal(record, table, making));
    return row === null ? [] : [row];
  });
  const [people, works] = await Promise.all([
    store.idsByExternal('person', 'imdb', [...new Set(rows.map(({ person }) => person))]),
    store.idsByExternal('work', 'imdb', [...new Set(rows.map(({ work }) => work))]),
  ]);
  const characters = new Set<string>();
  for (const { record, role, billing, ...row } of rows) {
    const [person, work] = [people.get(row.person), works.get(row.work)];
    if (person === undefined || work === undefined) {
      const missing = person === undefined ? `${row.person} to be somebody` : `${row.work} to be a work`;
      making.reject(record, 'NOT_FOUND', `Expected ${missing} on file, but got nothing of that id`);
      continue;
    }
    const stated = { person, work, role, billing, document, confidence: null, recordedAt: at };
    const key = `${row.work}.${row.person}.${role.toLowerCase()}`;
    for (const name of row.characters) {
      const character = `character/${row.work}.${slug(name, 40) || shortHash(name, 8)}` as CharacterId;
      if (!characters.has(character)) making.out.characters.push({ id: character, name, aliases: [], work });
      characters.add(character);
      const id = `credit/${key}.${shortHash(character, 6)}` as CreditId;
      making.out.credits.push({ ...stated, id, character });
    }
    if (row.characters.length === 0) {
      making.out.credits.push({ ...stated, id: `credit/${key}` as CreditId, character: null });
    }
  }
  return making.done();
}

function readPrincipal(record: InputRecord, table: Table, making: Preparing): Principal {
  const fields = table.fields(record.text);
  const ordering = required(fields, 'ordering');
  if (!/^[1-9]\d{0,5}$/.test(ordering)) {
    throw new HearsayError(
      'INVALID_RECORD',
      `Expected ordering to be a number from 1, but got ${shown(ordering)}`,
    );
  }
  const role = ROLES.get(required(fields, 'category')) ?? 'OTHER';
  return {
    ...{ record, role, billing: Number(ordering) },
    work: imdbId(fields, 'tconst', 'tt'),
    person: imdbId(fields, 'nconst', 'nm'),
    characters: role === 'ACTOR' ? charactersOf(fields, making) : [],
  };
}

function charactersOf(fields: Row, making: Preparing): readonly string[] {
  const text = fields('characters');
  if (text === null || text === '') return [];
  let names: unknown;
  try {
    names = JSON.parse(text);
  } catch {
    names = null;
  }
  if (!Array.isArray(names)) {
    making.leaveOut('characters [INVALID_RECORD]');
    return [];
  }
  const named = (names as readonly unknown[]).flatMap((name) => {
    try {
      return [checkName(typeof name === 'string' ? name : '', 'characters')];
    } catch (error) {
      making.leaveOut('characters', error);
      return [];
    }
  });
  return [...new Set(named)];
}
