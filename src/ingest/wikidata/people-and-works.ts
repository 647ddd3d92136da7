import type { ImportContext, InputRecord, PreparedRecords } from '../../application/import-format.ts';
import type { ExternalIds, WorkKind } from '../../domain/entities.ts';
import type { PersonId, WorkId } from '../../domain/ids.ts';
import { checkName } from '../../domain/names.ts';
import type { EdtfDate } from '../../domain/time.ts';
import { preparing, type Preparing } from '../preparing.ts';
import {
  best,
  dateOf,
  itemOf,
  readEntity,
  textOf,
  type Entity,
  type Property,
  type Statement,
} from './entity.ts';

const HUMAN = 'Q5';
const KINDS: Readonly<Record<string, WorkKind>> = {
  ...{
    Q11424: 'FILM',
    Q202866: 'FILM',
    Q29168811: 'FILM',
    Q229390: 'FILM',
    Q20650540: 'FILM',
    Q93204: 'FILM',
  },
  ...{ Q24862: 'SHORT', Q506240: 'TV_FILM', Q1261214: 'SPECIAL' },
  ...{
    Q5398426: 'SERIES',
    Q1259759: 'SERIES',
    Q15416: 'SERIES',
    Q581714: 'SERIES',
    Q63952888: 'SERIES',
    Q526877: 'SERIES',
  },
  ...{
    Q7889: 'GAME',
    Q8261: 'NOVEL',
    Q571: 'BOOK',
    Q725377: 'GRAPHIC_NOVEL',
    Q1004: 'COMIC',
    Q14406742: 'COMIC',
  },
  ...{ Q25379: 'PLAY', Q2743: 'MUSICAL', Q24634210: 'PODCAST', Q482994: 'ALBUM' },
};

/** An entity that is a person or a work, with the ids by which it may be on file already. */
interface Found {
  readonly record: InputRecord;
  readonly entity: Entity;
  readonly name: string;
  /** Null for people. */
  readonly kind: WorkKind | null;
  readonly externalIds: ExternalIds;
}

/** People and works. Who or what is on file with the same id of Wikidata or IMDb is the same. */
export async function prepareEntities(
  records: readonly InputRecord[],
  context: ImportContext,
): Promise<PreparedRecords> {
  const making = preparing();
  const found = records.flatMap((record) => {
    const one = making.take(record, () => foundIn(record, making));
    return one === null ? [] : [one];
  });
  const people = await idsOf(
    'person',
    found.filter(({ kind }) => kind === null),
    context,
    making,
  );
  const works = await idsOf(
    'work',
    found.filter(({ kind }) => kind !== null),
    context,
    making,
  );
  for (const { record, entity, name, kind, externalIds } of found) {
    const aliases = aliasesOf(entity, making);
    if (kind === null) {
      const { id, ids } = people(externalIds, `person/${entity.id.toLowerCase()}` as PersonId);
      const birthDate = youngest(entity);
      making.mainOf.set(id, record);
      making.out.people.push({
        ...{ id, name, aliases, handles: [], externalIds: ids, privacy: 'PUBLIC_FIGURE', birthDate },
        birthDateDocument: birthDate === null ? null : context.document,
      });
    } else {
      const { id, ids } = works(externalIds, `work/${entity.id.toLowerCase()}` as WorkId);
      making.mainOf.set(id, record);
      making.out.works.push({
        ...{ id, title: name, aliases, kind, externalIds: ids, network: null, episodes: null, basedOn: [] },
        ...{ premiered: earliest(entity, ['published', 'start']), ended: earliest(entity, ['end']) },
        document: context.document,
      });
    }
  }
  return making.done();
}

function foundIn(record: InputRecord, making: Preparing): Found | null {
  const entity = readEntity(record.text);
  const classes = best(entity.statements('instanceOf')).map(({ main }) => itemOf(main) ?? '');
  const isPerson = classes.includes(HUMAN);
  const kind = classes.map((item) => KINDS[item]).find((known) => known !== undefined);
  const isWork = kind !== undefined || entity.statements('cast').length > 0;
  if (!isPerson && !isWork) {
    making.leaveOut('entity that is neither a person nor a work');
    return null;
  }
  const name = checkName(entity.label ?? '', 'label');
  const text = (property: Property, shape: RegExp): string | null =>
    best(entity.statements(property))
      .map(({ main }) => textOf(main))
      .find((id) => id !== null && shape.test(id)) ?? null;
  const externalIds = {
    wikidata: entity.id,
    imdb: text('imdb', isPerson ? /^nm\d{7,10}$/ : /^tt\d{7,10}$/),
    tmdb: isPerson
      ? text('tmdbPerson', /^\d{1,10}$/)
      : (text('tmdbFilm', /^\d{1,10}$/) ?? text('tmdbSeries', /^\d{1,10}$/)),
  };
  return { record, entity, name, kind: isPerson ? null : (kind ?? 'OTHER'), externalIds };
}

/** Finds who is on file. Ids that lead to two of them are not reason enough to make them one: the other id is left out. */
async function idsOf(
  type: 'person' | 'work',
  found: readonly Found[],
  { store }: ImportContext,
  making: Preparing,
) {
  const values = (scheme: keyof ExternalIds): readonly string[] =>
    found.flatMap(({ externalIds }) => externalIds[scheme] ?? []);
  const byWikidata = await store.idsByExternal(type, 'wikidata', values('wikidata'));
  const byImdb = await store.idsByExternal(type, 'imdb', values('imdb'));
  // Two entities of one file that share an id of IMDb are one person too.
  const here = new Map<string, string>();
  return <I extends string>(
    externalIds: ExternalIds,
    own: I,
  ): { readonly id: I; readonly ids: ExternalIds } => {
    const known = byWikidata.get(externalIds.wikidata ?? '') as I | undefined;
    const { imdb } = externalIds;
    const shared = imdb === null ? undefined : ((byImdb.get(imdb) ?? here.get(imdb)) as I | undefined);
    if (known !== undefined && shared !== undefined && known !== shared) {
      making.leaveOut('id of IMDb that is somebody else\u2019s on file');
      return { id: known, ids: { ...externalIds, imdb: null } };
    }
    const id = known ?? shared ?? own;
    if (imdb !== null) here.set(imdb, id);
    return { id, ids: externalIds };
  };
}

function aliasesOf({ otherNames }: Entity, making: Preparing): readonly string[] {
  const names = otherNames.flatMap((name) => {
    try {
      return [checkName(name, 'alias')];
    } catch (error) {
      making.leaveOut('alias', error);
      return [];
    }
  });
  return [...new Set(names)];
}

/** Of several birth dates the latest: whether somebody is of age is decided by the youngest reading. */
function youngest(entity: Entity): EdtfDate | null {
  const dates = datesOf(best(entity.statements('birthDate')));
  return dates.toSorted((x, y) => y.lastDay - x.lastDay)[0] ?? null;
}

function earliest(entity: Entity, properties: readonly Property[]): EdtfDate | null {
  for (const property of properties) {
    const [first] = datesOf(best(entity.statements(property))).toSorted((x, y) => x.firstDay - y.firstDay);
    if (first !== undefined) return first;
  }
  return null;
}

function datesOf(statements: readonly Statement[]): readonly EdtfDate[] {
  return statements.flatMap(({ main }) => dateOf(main) ?? []);
}
