import Database from 'better-sqlite3';
import type { Credits } from './credits.ts';

/** The same data in SQLite at its best: numbers for ids, in memory, and indexes that hold all that is read. */
export interface SqlGraph {
  costars(person: number, limit: number): readonly { readonly person: number; readonly shared: number }[];
  /** Hops from one to the other, by breadth-first search from both. */
  length(from: number, to: number, most: number): number | null;
  close(): void;
}

export function sqlGraph({ person, work, role }: Credits): SqlGraph {
  const db = new Database(':memory:');
  db.pragma('cache_size = -1000000');
  db.exec(
    `CREATE TABLE credit (person INTEGER, role INTEGER, work INTEGER, PRIMARY KEY (person, role, work)) WITHOUT ROWID`,
  );
  const insert = db.prepare('INSERT INTO credit VALUES (?, ?, ?)');
  db.transaction(() => {
    person.forEach((one, at) => insert.run(one, role[at], work[at]));
  })();
  db.exec('CREATE INDEX by_work ON credit(work, role, person); ANALYZE');
  const costars = db.prepare(
    `SELECT b.person, count(*) AS shared FROM credit a CROSS JOIN credit b ON b.work = a.work AND b.role = 0
     WHERE a.person = @person AND a.role = 0 AND b.person <> @person
     GROUP BY b.person ORDER BY shared DESC, b.person LIMIT @limit`,
  );
  const neighbours = db
    .prepare(
      `SELECT DISTINCT b.person FROM json_each(@from) f CROSS JOIN credit a ON a.person = f.value AND a.role = 0
       CROSS JOIN credit b ON b.work = a.work AND b.role = 0`,
    )
    .pluck();
  const around = (from: readonly number[]): readonly number[] =>
    neighbours.all({ from: JSON.stringify(from) }) as number[];
  return {
    costars: (one, limit) => costars.all({ person: one, limit }) as ReturnType<SqlGraph['costars']>,
    length: (from, to, most) => bothSides(around, from, to, most),
    close: () => {
      db.close();
    },
  };
}

function bothSides(
  around: (from: readonly number[]) => readonly number[],
  from: number,
  to: number,
  most: number,
): number | null {
  const sides = [from, to].map((start) => ({ seen: new Set([start]), frontier: [start] }));
  for (let length = 1; length <= most; length += 1) {
    const [near, far] = sides.toSorted((a, b) => a.frontier.length - b.frontier.length);
    if (near === undefined || far === undefined || near.frontier.length === 0) return null;
    const next = around(near.frontier).filter((each) => !near.seen.has(each));
    if (next.some((each) => far.seen.has(each))) return length;
    for (const each of next) near.seen.add(each);
    near.frontier = next;
  }
  return null;
}
