import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Batch } from '../../src/domain/bulk.ts';
import { emptyChange, type GraphRecords } from '../../src/domain/change.ts';
import type { Reader } from '../../src/domain/policy.ts';
import { parseDate, parseInstant } from '../../src/domain/time.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { change, claim, document, evidence, person, RECORDED, source } from '../support/builders.ts';
import type { OpenStore } from './opened-store.ts';

const today: Reader = { profile: 'cautious', asOf: parseDate('2024-06-01'), knownAt: null };
const people = Array.from({ length: 6 }, (_, at) => person(`p${at}`, `Person ${at}`));
const minor = person('minor', 'Minor', { birthDate: parseDate('2012') });
const dataset = source('dataset', { kind: 'DATASET', outletType: null });
const [release, page] = [document('dataset/1', dataset), document('page', dataset)];
const photo = evidence('photo');
const base = change({
  people: [...people, minor],
  sources: [dataset],
  documents: [release, page],
  evidence: [photo],
});

const by = (at: number) => people[at % people.length] ?? minor;
const shown = (at: number) =>
  claim(`shown-${at}`, [by(at), by(at + 1)], at % 2 === 0 ? release : page, {
    kind: 'FRIENDS',
    evidence: [{ evidence: photo.id, stance: 'SUPPORTS' }],
  });
const hidden = (at: number) => claim(`hidden-${at}`, [by(at), minor], at % 2 === 0 ? release : page);

/** What one step records: rows of a batch, or something that is added to a document or to evidence by hand. */
type Row = readonly ['shown' | 'hidden' | 'known', number];
type Step = readonly Row[] | 'release' | 'page' | 'photo';

function batch(records: Partial<GraphRecords>): Batch {
  return {
    records: { ...emptyChange(RECORDED, 'import'), ...records },
    ...{ dataset: release.id, at: parseInstant('2024-05-01T00:00:00Z'), by: 'import' },
    ...{ onConflict: 'KEEP', names: 'NOW', note: { name: 'import', state: null } },
  };
}

function records(rows: readonly Row[]): Partial<GraphRecords> {
  return {
    people: rows.filter(([what]) => what === 'known').map(([, at]) => by(at)),
    claims: rows.flatMap(([what, at]) =>
      what === 'known' ? [] : [what === 'shown' ? shown(at) : hidden(at)],
    ),
  };
}

async function take(store: GraphStore, step: Step, at: number): Promise<void> {
  if (step === 'photo') await store.apply(change({ evidence: [{ ...photo, description: 'More' }] }));
  else if (typeof step === 'string') {
    const of = step === 'page' ? page : release;
    await store.apply(change({ documents: [{ ...of, names: [by(at).id] }] }));
  } else await store.load(batch(records(step)));
}

/** What is told once all steps are taken, and again behind each of the entries. */
async function told(open: OpenStore, steps: readonly Step[]): Promise<unknown> {
  const { store } = await open();
  await store.apply(base);
  for (const [at, step] of steps.entries()) await take(store, step, at);
  const all = await store.changesAfter(0, 1_000, today);
  const said = (events: typeof all) => events.map(({ type, node, at }) => `${type} ${node} ${at}`);
  const rest = await Promise.all(all.map(({ sequence }) => store.changesAfter(sequence, 2, today)));
  return [said(all), ...rest.map(said)];
}

const row = fc.tuple(fc.constantFrom('shown', 'hidden', 'known'), fc.nat(9)) as fc.Arbitrary<Row>;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.uniqueArray(row, { minLength: 1, maxLength: 3, selector: String }) },
  { weight: 1, arbitrary: fc.constantFrom('release', 'page', 'photo') },
);

/** What followers of the feed are told of datasets. */
export function batchFeedContract(open: OpenStore): void {
  describe('the feed of a reader about batches', () => {
    test('is the same with and without what is hidden in them', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
          const without = steps.map((each) =>
            typeof each === 'string' ? each : each.filter(([what]) => what !== 'hidden'),
          );
          expect(await told(open, steps)).toEqual(await told(open, without));
        }),
        { numRuns: 8 },
      );
    });

    test('tells of each that brought something to be seen, once, and of no other', async () => {
      const { store } = await open();
      await store.apply(base);
      let last = await store.lastChange();
      const heard = async (step: Step): Promise<readonly string[]> => {
        await take(store, step, 3);
        const events = await store.changesAfter(last, 10, today);
        last = events.at(-1)?.sequence ?? last;
        return events.map(({ type, node }) => `${type} ${node}`);
      };
      const once = [`UPDATED ${release.id}`];
      expect(await heard([['shown', 1]])).toEqual(once);
      expect(await heard([['shown', 1]])).toEqual([]);
      expect(await heard([['known', 1]])).toEqual([]);
      expect(await heard([['hidden', 1]])).toEqual([]);
      expect(
        await heard([
          ['hidden', 2],
          ['shown', 3],
        ]),
      ).toEqual(once);
      expect(await heard('page')).toEqual([`UPDATED ${page.id}`]);
      expect(await heard('release')).toEqual(once);
      expect(await heard('photo')).toEqual([`UPDATED ${photo.id}`]);
    });

    test('is not changed afterwards by what later ones bring', async () => {
      const early = await told(open, [[['hidden', 1]], 'release', 'page', [['shown', 1]]]);
      expect(early).toEqual(await told(open, ['release', 'page', [['shown', 1]]]));
    });
  });
}
