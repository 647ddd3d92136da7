import type { Measured } from '../measuring/measure.ts';
import { rounded } from '../measuring/measure.ts';
import type { Table } from '../measuring/result.ts';
import { IN_FLIGHT, type Figure } from './figures.ts';
import type { Side } from './side.ts';

const BUSY_COLUMNS = ['a second', 'CPU ms', "server's CPU ms"] as const;

/** Asking: every figure beside its floor. */
export function askingTable(figures: readonly Figure[]): Table {
  return {
    title: `relationship(a, b): p50 and p99 one at a time, the rest with ${IN_FLIGHT} in flight`,
    columns: ['store', 'claims', 'asked through', 'p50 ms', 'p99 ms', ...BUSY_COLUMNS, 'of the floor'],
    rows: figures.map((figure) => [
      figure.store,
      figure.size,
      figure.what,
      ...quantiles(figure.alone),
      ...busy(figure.busy),
      share(figure, figures),
    ]),
  };
}

function share({ store, size, busy }: Figure, figures: readonly Figure[]): string {
  const floor = figures.find((figure) => figure.store === store && figure.size === size);
  return floor === undefined ? '' : (busy.throughput / floor.busy.throughput).toFixed(2);
}

/** What fame costs. */
export function fameTable(figures: readonly Figure[]): Table {
  return {
    title: 'Somebody with 50,000 claims: questions about others and about them, through the use case',
    columns: ['store', 'claims', 'asked about', 'p50 ms', 'p99 ms', ...BUSY_COLUMNS],
    rows: figures.map((figure) => [
      figure.store,
      figure.size,
      figure.what,
      ...quantiles(figure.alone),
      ...busy(figure.busy),
    ]),
  };
}

/** What recording costs. */
export function recordingTable(figures: readonly Figure[]): Table {
  return {
    title: `Recording: p50 and p99 one at a time, the rest with ${IN_FLIGHT} in flight`,
    columns: ['store', 'claims', 'recorded', 'p50 ms', 'p99 ms', ...BUSY_COLUMNS],
    rows: figures.map((figure) => [
      figure.store,
      figure.size,
      figure.what,
      ...quantiles(figure.alone),
      ...busy(figure.busy),
    ]),
  };
}

/** How the graphs came into the stores. */
export function loadTable(sides: readonly Side[]): Table {
  return {
    title: 'Loading: through apply, in changes of about a thousand claims, or by neo4j-admin from files',
    columns: ['store', 'by', 'claims', 'people', 'documents', 'seconds', 'claims a second'],
    rows: sides.map(({ store, loaded }) => [
      store,
      loaded.how,
      ...[
        loaded.claims,
        loaded.people,
        loaded.documents,
        Math.round(loaded.seconds),
        loaded.claimsASecond,
      ].map(grouped),
    ]),
  };
}

function quantiles({ p50, p99 }: Measured): readonly string[] {
  return [p50, p99].map(String);
}

function busy({ throughput, cpu, serverCpu }: Measured): readonly string[] {
  return [grouped(rounded(throughput)), String(cpu), serverCpu === null ? '–' : String(serverCpu)];
}

function grouped(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}
