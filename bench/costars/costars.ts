import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findCostars } from '../../src/costars/find-costars.ts';
import { findPaths } from '../../src/costars/find-paths.ts';
import { LiveGraph } from '../../src/costars/live-graph.ts';
import { readSnapshot, writeSnapshot } from '../../src/costars/snapshot.ts';
import { MAX_PATHS } from '../../src/application/costar-path.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { CostarScope } from '../../src/ports/costar-search.ts';
import { whyNoNeo4j } from '../ask/neo4j.ts';
import { SCRATCH } from '../graph/load.ts';
import { randomFor } from '../graph/random.ts';
import { machine } from '../measuring/machine.ts';
import { measure, rounded, type Measured } from '../measuring/measure.ts';
import type { BenchResult, Table, Target } from '../measuring/result.ts';
import { built, films, generated, GROWTH, personId, type Credits, type Shape } from './credits.ts';
import { neo4jGraph, type Neo4jGraph } from './neo4j.ts';
import { plainGraph, plainLength } from './plain-search.ts';
import { sqlGraph } from './sql.ts';

const SCOPE: CostarScope = { roles: ['ACTOR'], asOf: 20_000, knownAt: null };
const LIMIT = 60;
const MOST_HOPS = 10;
/** Pairs whose path lengths are compared with plain breadth-first search. */
const CHECKED = 1_000;
/** The people with the most credits that a hub is drawn from. */
const HUBS = 100;
/** The shape that the other engines hold as well. */
const COMPARED = '1.5M';
const SUPERNODE = 50_000;
/** Names the file of films, one a line, that path lengths are checked on as well. */
const FILMS = 'BENCH_FILMS';

/** A graph to be asked, and whom to ask about. */
interface Subject {
  readonly name: string;
  readonly credits: Credits;
  readonly graph: LiveGraph;
  readonly hubs: readonly number[];
}

/** What questions took, in ms: all of them, and of each the fastest of several times that it was asked. */
interface Figures {
  readonly p50: number;
  readonly p99: number;
  readonly quietP99: number;
}

/** What building, keeping and reading a graph took. */
interface Growth {
  readonly subject: Subject;
  readonly buildSeconds: number;
  readonly snapshotMb: number;
  readonly loadMs: number;
  readonly figures: readonly Figures[];
}

/** Asks who played with whom and how people connect: in memory, beside SQL and Neo4j on the same credits. */
export async function costars(shapes: readonly Shape[] = GROWTH): Promise<BenchResult> {
  const remarks = [
    `Co-stars: at most ${LIMIT} with their edges and the works of each. Paths: all shortest ones up to 20, with the works of every hop; SQL and Neo4j tell the length of one.`,
    'The machine had other work meanwhile, which is what the 99th percentile of wall time shows; so each question is also asked five times and its fastest time taken.',
    'SQL is better-sqlite3 in memory with numbers for ids; Neo4j holds credits of actors only.',
  ];
  const tables: Table[] = [];
  const targets: Target[] = [];
  const grown: Growth[] = [];
  for (const shape of shapes) {
    const growth = await grow(shape.name, generated(shape));
    grown.push(growth);
    if (shape.name !== COMPARED) continue;
    const compared = await compare(growth.subject, remarks);
    tables.push(...compared.tables);
    targets.push(...quietTargets(growth), ...compared.targets, memoryTarget(growth), loadTarget(growth));
    tables.push(await supernode(shape));
  }
  const inFilms = await films(process.env[FILMS]);
  if (inFilms === null) remarks.push(`Without films: set ${FILMS} to the path of a films.jsonl.gz.`);
  else grown.push(await grow('films', inFilms));
  tables.push(growthTable(grown));
  for (const { subject } of grown)
    if (subject.name === 'films' || subject.name === '100k') targets.push(checked(subject));
  await rm(SCRATCH, { recursive: true, force: true });
  return {
    name: 'costars',
    day: new Date().toISOString().slice(0, 10),
    machine: machine(),
    remarks,
    tables,
    targets,
  };
}

async function grow(name: string, credits: Credits): Promise<Growth> {
  const start = performance.now();
  const data = built(credits);
  const buildSeconds = (performance.now() - start) / 1_000;
  const path = join(SCRATCH, `${name}.snapshot`);
  await writeSnapshot(path, { version: { store: name, sequence: 1, entry: '' }, data });
  await readFile(path);
  const before = performance.now();
  await readSnapshot(path);
  const loadMs = performance.now() - before;
  const subject = { name, credits, graph: new LiveGraph(data), hubs: hubsOf(credits) };
  const own = ownContestants(subject);
  const figures = [own.random, own.hub, own.path].map(figuresOf);
  const snapshotMb = (await stat(path)).size / 1e6;
  await rm(path);
  return { subject, buildSeconds, snapshotMb, loadMs, figures };
}

const QUESTIONS = 1_000;
const TIMES = 5;

/** Whatever else a machine does meets one asking of a question, and hardly all five. */
function figuresOf({ run }: { readonly run: Run }): Figures {
  for (let at = 0; at < QUESTIONS; at += 1) run(at);
  const all: number[] = [];
  const fastest = new Float64Array(QUESTIONS).fill(Infinity);
  for (let time = 0; time < TIMES; time += 1) {
    for (let at = 0; at < QUESTIONS; at += 1) {
      const start = performance.now();
      run(at);
      const took = performance.now() - start;
      all.push(took);
      fastest[at] = Math.min(fastest[at] ?? Infinity, took);
    }
  }
  const sorted = Float64Array.from(all).sort();
  const quantile = (values: Float64Array, share: number): number =>
    rounded(values[Math.floor(share * (values.length - 1))] ?? 0);
  return {
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    quietP99: quantile(fastest.sort(), 0.99),
  };
}

function hubsOf({ people, person, role }: Credits): readonly number[] {
  const counts = new Uint32Array(people);
  person.forEach((one, at) => {
    if (role[at] === 0) counts[one] = (counts[one] ?? 0) + 1;
  });
  return Array.from(counts.keys())
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
    .slice(0, HUBS);
}

/** The `at`-th question: a random person, a hub, or two random people. */
function asked({ credits, hubs }: Subject): {
  readonly random: (at: number) => number;
  readonly hub: (at: number) => number;
  readonly pair: (at: number) => readonly [number, number];
} {
  const actor = (kind: string, at: number): number => {
    const random = randomFor(kind, at);
    for (;;) {
      const credit = random.whole(credits.person.length);
      const person = credits.person[credit] ?? 0;
      if (credits.role[credit] === 0) return person;
    }
  };
  return {
    random: (at) => actor('random', at),
    hub: (at) => hubs[at % hubs.length] ?? 0,
    pair: (at) => {
      const from = actor('from', at);
      for (let more = 0; ; more += 1) {
        const to = actor(`to${more}`, at);
        if (to !== from) return [from, to];
      }
    },
  };
}

function costarsOf({ graph }: Subject, person: number, limit = LIMIT): ReturnType<typeof findCostars> {
  return findCostars(graph, { ...SCOPE, root: personId(person) as PersonId, depth: 1, limit, minShared: 1 });
}

function pathOf({ graph }: Subject, [from, to]: readonly [number, number]): ReturnType<typeof findPaths> {
  const ends = { from: personId(from) as PersonId, to: personId(to) as PersonId };
  return findPaths(graph, { ...SCOPE, ...ends, maxDepth: MOST_HOPS, limit: MAX_PATHS });
}

function ownContestants(subject: Subject) {
  const questions = asked(subject);
  return {
    random: {
      name: 'co-stars of a random person',
      run: (at: number) => costarsOf(subject, questions.random(at)),
    },
    hub: { name: 'co-stars of a hub', run: (at: number) => costarsOf(subject, questions.hub(at)) },
    path: { name: 'path of a random pair', run: (at: number) => pathOf(subject, questions.pair(at)) },
  };
}

interface Comparison {
  readonly tables: readonly Table[];
  readonly targets: readonly Target[];
}

async function compare(subject: Subject, remarks: string[]): Promise<Comparison> {
  const questions = asked(subject);
  const own = ownContestants(subject);
  const sql = sqlGraph(subject.credits);
  const missing = await whyNoNeo4j();
  if (missing !== null) remarks.push(`Without Neo4j: ${missing}.`);
  const other = missing === null ? await neo4jGraph(subject.credits) : null;
  try {
    await requireSame(subject, sql, other);
    const random = await against(
      { block: 50, rounds: 20, warmUpRounds: 2, inFlight: 1 },
      own.random,
      (at) => sql.costars(questions.random(at), LIMIT),
      other === null ? null : (at) => other.costars(questions.random(at), LIMIT),
    );
    const hub = await against(
      { block: 10, rounds: 20, warmUpRounds: 2, inFlight: 1 },
      own.hub,
      (at) => sql.costars(questions.hub(at), LIMIT),
      other === null ? null : (at) => other.costars(questions.hub(at), LIMIT),
    );
    const path = await against(
      { block: 25, rounds: 20, warmUpRounds: 2, inFlight: 1 },
      own.path,
      (at) => sql.length(...questions.pair(at), MOST_HOPS),
      other === null ? null : (at) => other.length(...questions.pair(at), MOST_HOPS),
    );
    return {
      tables: [
        comparisonTable(subject, [
          ['co-stars of a random person', random],
          ['co-stars of a hub', hub],
          ['shortest path of a random pair', path],
        ]),
      ],
      targets: [
        faster('co-stars of a random person beside SQL, p50', random, 1, 10),
        faster('co-stars of a hub beside SQL, p50', hub, 1, 10),
        faster('shortest path beside SQL, p50', path, 1, 10),
        ...(other === null ? [] : [faster("shortest path beside Neo4j's shortestPath, p50", path, 2, 3)]),
      ],
    };
  } finally {
    sql.close();
    await other?.close();
  }
}

type Run = (at: number) => unknown;

function against(
  effort: Parameters<typeof measure>[1],
  own: { readonly run: Run },
  sql: Run,
  other: Run | null,
): Promise<readonly Measured[]> {
  const all = [
    { name: 'Hearsay', run: own.run },
    { name: 'SQL', run: sql },
  ];
  return measure(other === null ? all : [...all, { name: 'Neo4j', run: other }], effort);
}

/** All three must say the same before it is worth while to know how fast they are. */
async function requireSame(
  subject: Subject,
  sql: ReturnType<typeof sqlGraph>,
  other: Neo4jGraph | null,
): Promise<void> {
  const questions = asked(subject);
  for (let at = 0; at < 40; at += 1) {
    const person = at % 2 === 0 ? questions.random(at) : questions.hub(at);
    const own = costarsOf(subject, person)
      .people.slice(1)
      .map((each) => [each.person, each.sharedWorks]);
    const rows = [
      sql.costars(person, LIMIT),
      ...(other === null ? [] : [await other.costars(person, LIMIT)]),
    ];
    for (const row of rows) {
      same(
        own,
        row.map((each) => [personId(each.person), each.shared]),
      );
    }
    const pair = questions.pair(at);
    const { length } = pathOf(subject, pair);
    same(length, sql.length(...pair, MOST_HOPS));
    if (other !== null) same(length, await other.length(...pair, MOST_HOPS));
  }
}

function same(one: unknown, other: unknown): void {
  const [left, right] = [JSON.stringify(one), JSON.stringify(other)];
  if (left !== right) throw new Error(`Expected one answer, but got ${left} and ${right}`);
}

function checked(subject: Subject): Target {
  const plain = plainGraph(subject.credits);
  const { pair } = asked(subject);
  let equal = 0;
  for (let at = 0; at < CHECKED; at += 1) {
    const [from, to] = pair(at);
    if (plainLength(plain, from, to, MOST_HOPS) === pathOf(subject, [from, to]).length) equal += 1;
  }
  return {
    what: `path lengths of ${CHECKED} random pairs beside plain breadth-first search, ${subject.name}`,
    wanted: 'all equal',
    got: `${equal} equal`,
    met: equal === CHECKED,
  };
}

/** Whether somebody with very many credits slows anybody else. */
async function supernode(shape: Shape): Promise<Table> {
  const credits = generated({ ...shape, supernode: SUPERNODE });
  const subject = {
    name: shape.name,
    credits,
    graph: new LiveGraph(built(credits)),
    hubs: [credits.people - 1],
  };
  const own = ownContestants(subject);
  const effort = { block: 50, rounds: 8, warmUpRounds: 1, inFlight: 1 };
  const measured = await measure([own.random, own.path, own.hub], effort);
  const names = ['co-stars of a random person', 'path of a random pair', 'co-stars of the supernode itself'];
  return {
    title: `With somebody who has ${SUPERNODE} credits more than anybody (ms)`,
    columns: ['', 'p50', 'p99'],
    rows: measured.map(({ p50, p99 }, at) => [names[at] ?? '', String(p50), String(p99)]),
  };
}

function comparisonTable(
  { name }: Subject,
  rows: readonly (readonly [string, readonly Measured[]])[],
): Table {
  return {
    title: `${name} credits (ms, p50 / p99)`,
    columns: ['', ...(rows[0]?.[1] ?? []).map((each) => each.name)],
    rows: rows.map(([what, measured]) => [what, ...measured.map(({ p50, p99 }) => `${p50} / ${p99}`)]),
  };
}

function growthTable(grown: readonly Growth[]): Table {
  return {
    title: 'Growth (ms: p50 / p99 / p99 of the fastest of five)',
    columns: ['credits', 'built, s', 'bytes a credit', 'snapshot, MB', 'loaded, ms', 'random', 'hub', 'path'],
    rows: grown.map(({ subject, buildSeconds, snapshotMb, loadMs, figures }) => [
      subject.name,
      String(rounded(buildSeconds)),
      String(rounded(bytesACredit(subject))),
      String(rounded(snapshotMb)),
      String(rounded(loadMs)),
      ...figures.map(({ p50, p99, quietP99 }) => `${p50} / ${p99} / ${quietP99}`),
    ]),
  };
}

function bytesACredit({ graph, credits }: Subject): number {
  return graph.bytes / credits.person.length;
}

function memoryTarget({ subject }: Growth): Target {
  const bytes = bytesACredit(subject);
  return { what: 'memory a credit', wanted: '≤ 15 bytes', got: `${rounded(bytes)} bytes`, met: bytes <= 15 };
}

function loadTarget({ loadMs }: Growth): Target {
  return { what: 'snapshot loaded', wanted: '< 100 ms', got: `${rounded(loadMs)} ms`, met: loadMs < 100 };
}

function quietTargets({ figures: [random, hub, path] }: Growth): readonly Target[] {
  return [
    below('co-stars of a random person, p99 of the fastest of five', random, 0.5),
    below('co-stars of a hub, p99 of the fastest of five', hub, 0.5),
    below('shortest path of a random pair, p99 of the fastest of five', path, 3),
  ];
}

function below(what: string, figures: Figures | undefined, most: number): Target {
  const p99 = figures?.quietP99 ?? Infinity;
  return { what, wanted: `≤ ${most} ms`, got: `${p99} ms`, met: p99 <= most };
}

function faster(what: string, measured: readonly Measured[], other: number, times: number): Target {
  const ratio = (measured[other]?.p50 ?? 0) / (measured[0]?.p50 ?? Infinity);
  return { what, wanted: `≥ ${times} times`, got: `${rounded(ratio)} times`, met: ratio >= times };
}
