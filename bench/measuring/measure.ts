/** Something that is measured beside others. */
export interface Contestant {
  readonly name: string;
  /** Does the `at`-th piece of work. Throws, which ends the run, rather than do half of it. */
  readonly run: (at: number) => unknown;
  /** Something else of which one is always under way meanwhile, and not measured. */
  readonly beside?: (at: number) => Promise<unknown>;
  /** CPU time of a server that works for it, in ms since some moment. */
  readonly serverCpu?: () => number;
}

/** How one of them did. */
export interface Measured {
  readonly name: string;
  readonly requests: number;
  /** Milliseconds from request to answer, with `inFlight` under way. */
  readonly p50: number;
  readonly p99: number;
  /** Answers a second of wall time. */
  readonly throughput: number;
  /** CPU milliseconds of this process a request, threads and garbage collector included. */
  readonly cpu: number;
  /** Those of the server; null where there is none. */
  readonly serverCpu: number | null;
}

/** How long and how densely is measured. */
export interface Effort {
  /** Requests of one contestant before it is the next one's turn. */
  readonly block: number;
  readonly rounds: number;
  readonly warmUpRounds: number;
  readonly inFlight: number;
}

interface Tally {
  readonly latencies: number[];
  done: number;
  wall: number;
  cpu: number;
  serverCpu: number;
}

/**
 * Measures several things block by block in turn, in an order that is turned around every round, so that whatever
 * else the machine does meets all of them.
 */
export async function measure(
  contestants: readonly Contestant[],
  effort: Effort,
): Promise<readonly Measured[]> {
  const tallies = contestants.map((): Tally => ({ latencies: [], done: 0, wall: 0, cpu: 0, serverCpu: 0 }));
  const turns = contestants.map((contestant, at) => ({ contestant, tally: tallies[at] as Tally }));
  for (let round = -effort.warmUpRounds; round < effort.rounds; round += 1) {
    if (round === 0) for (const tally of tallies) reset(tally);
    for (const { contestant, tally } of round % 2 === 0 ? turns : turns.toReversed()) {
      await block(contestant, tally, effort);
    }
  }
  return contestants.map(({ name, serverCpu }, at) =>
    resultOf(name, tallies[at] as Tally, serverCpu !== undefined),
  );
}

async function block({ run, beside, serverCpu }: Contestant, tally: Tally, effort: Effort): Promise<void> {
  const first = tally.done;
  let isOver = false;
  const companion = async (): Promise<void> => {
    for (let at = first; beside !== undefined && !isOver; at += 1) await beside(at);
  };
  const company = companion();
  let next = first;
  const worker = async (): Promise<void> => {
    while (next < first + effort.block) {
      const at = next;
      next += 1;
      const start = performance.now();
      await run(at);
      tally.latencies.push(performance.now() - start);
    }
  };
  const server = serverCpu?.() ?? 0;
  const before = process.cpuUsage();
  const start = performance.now();
  await Promise.all(Array.from({ length: effort.inFlight }, worker));
  tally.wall += performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  tally.cpu += (user + system) / 1_000;
  tally.serverCpu += (serverCpu?.() ?? 0) - server;
  tally.done = next;
  isOver = true;
  await company;
}

// What was asked in the warm-up is not asked again at once: `done` goes on.
function reset(tally: Tally): void {
  tally.latencies.length = 0;
  tally.wall = 0;
  tally.cpu = 0;
  tally.serverCpu = 0;
}

function resultOf(name: string, tally: Tally, hasServer: boolean): Measured {
  const sorted = Float64Array.from(tally.latencies).sort();
  const quantile = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const requests = sorted.length;
  return {
    name,
    requests,
    p50: rounded(quantile(0.5)),
    p99: rounded(quantile(0.99)),
    throughput: rounded((requests / tally.wall) * 1_000),
    cpu: rounded(tally.cpu / requests),
    serverCpu: hasServer ? rounded(tally.serverCpu / requests) : null,
  };
}

/** To three significant digits: more would only be noise. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
