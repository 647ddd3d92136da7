import { contentDigest } from '../../application/content-id.ts';
import type { ImportContext, InputRecord, PreparedRecords } from '../../application/import-format.ts';
import { storedOrder, type Claim } from '../../domain/claim.ts';
import type { Credit } from '../../domain/entities.ts';
import type { CharacterId, ClaimId, CreditId, PersonId, WorkId } from '../../domain/ids.ts';
import { checkName } from '../../domain/names.ts';
import { shortHash, slug } from '../names.ts';
import { preparing, type Preparing } from '../preparing.ts';
import { dateOf, itemOf, readEntity, textOf, type Entity, type Statement } from './entity.ts';
import { citedIn, type Cited } from './references.ts';

/** What is known of the people and works that some entities are about or point at. */
interface Known {
  readonly person: (item: string | null) => PersonId | null;
  readonly work: (item: string) => WorkId | null;
}

/** Casts, spouses and partners: between people and works that are on file; the others are counted. */
export async function prepareStatements(
  records: readonly InputRecord[],
  labelOf: (item: string) => string | null,
  context: ImportContext,
): Promise<PreparedRecords> {
  const making = preparing();
  const entities = records.flatMap((record) => making.take(record, ({ text }) => readEntity(text)) ?? []);
  const pointing = entities.flatMap((entity) => [
    entity.id,
    ...[
      ...entity.statements('spouse'),
      ...entity.statements('partner'),
      ...entity.statements('cast'),
    ].flatMap(({ main }) => itemOf(main) ?? []),
  ]);
  const items = [...new Set(pointing)];
  const [people, works] = await Promise.all([
    context.store.idsByExternal('person', 'wikidata', items),
    context.store.idsByExternal('work', 'wikidata', items),
  ]);
  const known: Known = {
    person: (item) => people.get(item ?? '') ?? null,
    work: (item) => works.get(item) ?? null,
  };
  for (const entity of entities) {
    for (const statement of entity.statements('cast'))
      addCredits(entity, statement, known, labelOf, making, context);
    for (const [property, kind] of [
      ['spouse', 'MARRIED'],
      ['partner', 'DATING'],
    ] as const) {
      for (const statement of entity.statements(property))
        addClaims(entity, statement, kind, known, making, context);
    }
  }
  return making.done();
}

function addCredits(
  entity: Entity,
  { main, rank, qualifier }: Statement,
  known: Known,
  labelOf: (item: string) => string | null,
  making: Preparing,
  { document, at }: ImportContext,
): void {
  // A cast that Wikidata itself holds to be wrong is no cast.
  if (rank === 'deprecated' || main.type !== 'value') return;
  const [person, work] = [known.person(itemOf(main)), known.work(entity.id)];
  if (person === null || work === null) {
    making.leaveOut('cast of somebody, or a work, that is not on file');
    return;
  }
  const ordinal = qualifier('ordinal')
    .map(textOf)
    .find((text) => text !== null && /^[1-9]\d{0,3}$/.test(text));
  const named = [
    ...qualifier('characterRole').flatMap((snak) => labelOf(itemOf(snak) ?? '') ?? []),
    ...qualifier('characterName').flatMap((snak) => textOf(snak) ?? []),
  ].flatMap((name) => characterName(name, making));
  const stated: Omit<Credit, 'id' | 'character'> = {
    ...{ person, work, role: 'ACTOR', billing: ordinal == null ? null : Number(ordinal), document },
    ...{ confidence: null, recordedAt: at },
  };
  const key = shortHash(`${person} ${work}`, 12);
  for (const name of new Set(named)) {
    const id =
      `character/${work.slice('work/'.length)}.${slug(name, 40) || shortHash(name, 8)}` as CharacterId;
    making.out.characters.push({ id, name, aliases: [], work });
    making.out.credits.push({
      ...stated,
      id: `credit/wikidata/${key}.${shortHash(id, 6)}` as CreditId,
      character: id,
    });
  }
  if (named.length === 0) {
    making.out.credits.push({ ...stated, id: `credit/wikidata/${key}` as CreditId, character: null });
  }
}

function characterName(name: string, making: Preparing): readonly string[] {
  try {
    return [checkName(name, 'character')];
  } catch (error) {
    making.leaveOut('character', error);
    return [];
  }
}

/** One claim for each reference, since each is somebody who says so; without any, Wikidata says so itself. */
function addClaims(
  entity: Entity,
  statement: Statement,
  kind: 'MARRIED' | 'DATING',
  known: Known,
  making: Preparing,
  context: ImportContext,
): void {
  // "No spouse" is not read: Wikidata says it of whole centuries of people.
  if (statement.main.type !== 'value') return;
  const [one, other] = [known.person(entity.id), known.person(itemOf(statement.main))];
  if (one === null || other === null) {
    making.leaveOut('spouse or partner who is not on file');
    return;
  }
  if (one === other) {
    making.leaveOut('spouse or partner of themself');
    return;
  }
  const cited = statement.references.flatMap((reference) => citedIn(reference, context) ?? []);
  const distinct = [...new Map(cited.map((each) => [each.key, each])).values()].slice(0, MAX_REFERENCES);
  for (const { source, document } of distinct) {
    making.out.sources.push(source);
    if (document !== null) making.out.documents.push(document);
  }
  for (const by of distinct.length === 0 ? [null] : distinct) {
    making.out.claims.push(...claimsOf(statement, kind, [one, other], by, context));
  }
}

/** More references of one statement repeat each other. */
const MAX_REFERENCES = 5;

function claimsOf(
  { id, rank, qualifier }: Statement,
  kind: 'MARRIED' | 'DATING',
  people: readonly [PersonId, PersonId],
  by: Cited | null,
  { document, saidOn, at, by: recordedBy }: ImportContext,
): readonly Claim[] {
  const [subject, object] = storedOrder(kind, ...people);
  const [from, until] = [qualifier('start')[0] ?? qualifier('pointInTime')[0], qualifier('end')[0]];
  const validTo = until === undefined ? null : dateOf(until);
  const idOf = (what: string): ClaimId =>
    `claim/wikidata/${contentDigest([document, id, by?.key ?? null, what])}` as ClaimId;
  const said: Omit<Claim, 'id' | 'stance' | 'validFrom' | 'validTo'> = {
    ...{ kind, subject, object, modality: 'REPORTED', document, evidence: [], anonymousInsider: false },
    attributedTo: by === null ? [] : [{ source: by.source.id, document: by.document?.id ?? null }],
    ...{ onRecord: null, locator: null, quote: null, assertedAt: saidOn, recordedAt: at, recordedBy },
    // Deprecated: Wikidata keeps the statement, and says that it does not hold.
    retraction: rank === 'deprecated' ? { by: 'wikidata', at, reason: 'SOURCE_RETRACTED', note: null } : null,
    ...{ subjectMention: null, objectMention: null },
  };
  const held: Claim = {
    ...{ ...said, id: idOf(kind), stance: 'SUPPORTS' },
    ...{ validFrom: from === undefined ? null : dateOf(from), validTo },
  };
  // An end of which the date is unknown.
  if (until?.type !== 'somevalue') return [held];
  return [held, { ...said, id: idOf('ENDED'), stance: 'ENDS', validFrom: null, validTo: null }];
}
