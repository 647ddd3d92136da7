import type { Claim } from '../src/domain/claim.ts';
import { evaluatePair } from '../src/domain/confidence/evaluate-pair.ts';
import { logit } from '../src/domain/confidence/log-odds.ts';
import { reliabilityOf } from '../src/domain/confidence/reliability.ts';
import type { Dossier } from '../src/domain/dossier.ts';
import { OUTLET_TYPES, type Document, type Source } from '../src/domain/entities.ts';
import { dateOfDay, parseDate } from '../src/domain/time.ts';
import { claim, document, evidence, person, source } from '../tests/support/builders.ts';

const CLAIMS = 200;
const WARM_UP = 1_000;
const RUNS = 5_000;
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

interface Measured {
  readonly name: string;
  /** CPU milliseconds a run, the garbage collector's included. */
  readonly cpu: number;
  readonly median: number;
  readonly p99: number;
}

/** Measures several things turn by turn, so that whatever else the machine does meets all of them. */
function measure(
  things: readonly { readonly name: string; readonly run: () => unknown }[],
): readonly Measured[] {
  const times = things.map((): number[] => []);
  for (let turn = -WARM_UP; turn < RUNS; turn += 1) {
    for (const [at, { run }] of things.entries()) {
      const start = performance.now();
      run();
      if (turn >= 0) times[at]?.push(performance.now() - start);
    }
  }
  return things.map(({ name, run }, at) => {
    const sorted = (times[at] ?? []).sort((a, b) => a - b);
    const quantile = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
    return { name, cpu: cpuOf(run), median: quantile(0.5), p99: quantile(0.99) };
  });
}

function cpuOf(run: () => unknown): number {
  const before = process.cpuUsage();
  for (let turn = 0; turn < RUNS; turn += 1) run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / RUNS;
}

const dossier = world();
const question = { a: x.id, b: y.id, kind: 'DATING', asOf: ASKED, knownAt: null } as const;
const results = measure([
  { name: `floor: look up and add up ${CLAIMS} claims`, run: () => floor(dossier) },
  { name: `fold ${CLAIMS} claims into a verdict`, run: () => evaluatePair(question, dossier) },
]);
const base = results[0]?.median ?? 0;
console.log(
  `${'what'.padEnd(40)} ${['median ms', 'p99 ms', 'CPU ms', '× floor'].map((cell) => cell.padStart(10)).join(' ')}`,
);
for (const { name, median, p99, cpu } of results) {
  const cells = [median.toFixed(4), p99.toFixed(4), cpu.toFixed(4), (median / base).toFixed(1)];
  console.log(`${name.padEnd(40)} ${cells.map((cell) => cell.padStart(10)).join(' ')}`);
}
console.log(
  `target: median below ${TARGET_MS} ms: ${(results[1]?.median ?? Infinity) < TARGET_MS ? 'met' : 'missed'}`,
);
