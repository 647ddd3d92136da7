import type { Claim } from '../src/domain/claim.ts';
import { evaluatePair } from '../src/domain/confidence/evaluate-pair.ts';
import { logit } from '../src/domain/confidence/log-odds.ts';
import { reliabilityOf } from '../src/domain/confidence/reliability.ts';
import type { Dossier } from '../src/domain/dossier.ts';
import { OUTLET_TYPES, type Document, type Source } from '../src/domain/entities.ts';
import { dateOfDay, parseDate } from '../src/domain/time.ts';
import { claim, document, evidence, person, source } from '../tests/support/builders.ts';
import { machine } from './measuring/machine.ts';
import { measure, type Measured } from './measuring/measure.ts';
import type { BenchResult } from './measuring/result.ts';

const CLAIMS = 200;
const EFFORT = { block: 100, rounds: 50, warmUpRounds: 10, inFlight: 1 };
const TARGET_MS = 0.3;
const ASKED = parseDate('2024-06-01');

const x = person('x', 'X');
const y = person('y', 'Y');

/**
 * Two years of news about one pair: independent reports and relays of them, photos, a few words of their own,
 * denials, a split and a reunion, "single" and wedding rumors. The same in every run.
 */
function world(): Dossier {
  const outlets = Array.from({ length: 60 }, (_, at) =>
    source(`outlet-${at}`, { outletType: OUTLET_TYPES[at % OUTLET_TYPES.length] ?? null }),
  );
  const own = [x, y].map((one) =>
    source(`own-${one.name}`, { kind: 'PERSON', outletType: null, person: one.id }),
  );
  const photos = Array.from({ length: 8 }, (_, at) => evidence(`photo-${at}`));
  const documents: Document[] = [];
  const claims = Array.from({ length: CLAIMS }, (_, at): Claim => {
    const isOwn = at % 50 === 0;
    const from = (isOwn ? own[(at / 50) % 2] : outlets[(at * 7) % outlets.length]) as Source;
    const date = dateOfDay(ASKED.lastDay - 700 + Math.floor((at * 700) / CLAIMS));
    const said = document(`d-${at}`, from, { published: date });
    documents.push(said);
    const relayed =
      !isOwn && at % 3 === 0 ? [{ source: (outlets[at % 17] as Source).id, document: null }] : [];
    const shown =
      at % 10 === 5 ? [{ evidence: `evidence/photo-${at % 8}` as never, stance: 'SUPPORTS' as const }] : [];
    return claim(`c-${String(at).padStart(3, '0')}`, at % 29 === 7 ? [x, null] : [x, y], said, {
      ...kindOf(at),
      modality: isOwn ? 'CONFIRMED' : at % 4 === 1 ? 'RUMORED' : 'REPORTED',
      attributedTo: relayed,
      evidence: shown,
    });
  });
  return {
    claims,
    people: new Map([x, y].map((one) => [one.id, { person: one, knownSince: null }])),
    documents: new Map(documents.map((one) => [one.id, one])),
    sources: new Map([...outlets, ...own].map((one) => [one.id, one])),
    evidence: new Map(photos.map((one) => [one.id, one])),
    truncated: false,
  };
}

function kindOf(at: number): Pick<Claim, 'kind' | 'stance'> {
  if (at % 29 === 7) return { kind: 'SINGLE', stance: 'SUPPORTS' };
  if (at % 23 === 11) return { kind: 'SPLIT', stance: 'SUPPORTS' };
  if (at % 19 === 3) return { kind: 'DATING', stance: 'DENIES' };
  if (at % 13 === 6) return { kind: 'MARRIED', stance: 'SUPPORTS' };
  return { kind: 'DATING', stance: 'SUPPORTS' };
}

/** The least that a fold could do: look up each claim's source and add up its log-odds. */
function floor(dossier: Dossier): number {
  let sum = 0;
  for (const one of dossier.claims) {
    const from = dossier.documents.get(one.document)?.source;
    sum += logit(reliabilityOf(from === undefined ? null : (dossier.sources.get(from) ?? null)));
  }
  return sum;
}

/** What folding two years of news into a verdict costs, beside the least that it could do. */
export async function fold(): Promise<BenchResult> {
  const dossier = world();
  const question = { a: x.id, b: y.id, kind: 'DATING', asOf: ASKED, knownAt: null } as const;
  const results = await measure(
    [
      { name: `floor: look up and add up ${CLAIMS} claims`, run: () => floor(dossier) },
      { name: `fold ${CLAIMS} claims into a verdict`, run: () => evaluatePair(question, dossier) },
    ],
    EFFORT,
  );
  const [base, folded] = results as readonly [Measured, Measured];
  return {
    name: 'fold',
    day: new Date().toISOString().slice(0, 10),
    machine: machine(),
    remarks: [],
    tables: [
      {
        title: 'Folding',
        columns: ['what', 'p50 ms', 'p99 ms', 'CPU ms', 'times the floor'],
        rows: results.map(({ name, p50, p99, cpu }) => [
          name,
          ...[p50, p99, cpu].map(String),
          (p50 / base.p50).toFixed(1),
        ]),
      },
    ],
    targets: [
      {
        what: `fold ${CLAIMS} claims, p50 ms`,
        wanted: `< ${TARGET_MS}`,
        got: String(folded.p50),
        met: folded.p50 < TARGET_MS,
      },
    ],
  };
}
