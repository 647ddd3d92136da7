import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { rounded } from '../measuring/measure.ts';
import { progress } from '../measuring/print.ts';
import { generate } from './generate.ts';
import type { GraphSize } from './size.ts';

/** Where graphs are kept between runs. Nothing else knows of it; removing it makes them anew. */
const CACHE = fileURLToPath(new URL('../.cache/', import.meta.url));

/** How a graph came into a store. */
export interface Loaded {
  /** Through the store's own `apply`, or made of files beside it. */
  readonly how: 'apply' | 'files';
  readonly claims: number;
  readonly people: number;
  readonly documents: number;
  readonly seconds: number;
  /** Of wall time, with everything that belongs to the claims. */
  readonly claimsASecond: number;
}

/** The store that a graph is kept for. */
type Kind = 'sqlite' | 'neo4j';

const LOADED = 'loaded.json';

/** A graph in a folder of the cache, for stores that keep themselves in files. */
export interface CachedGraph {
  readonly folder: string;
  readonly loaded: Loaded;
}

/** The folder that holds the graph of this size in this kind of store, filled if it is not there yet. */
export async function cachedGraph(
  size: GraphSize,
  kind: Kind,
  fill: (folder: string) => Promise<Loaded>,
): Promise<CachedGraph> {
  const folder = folderOf(size, kind);
  const done = join(folder, LOADED);
  if (!isCached(size, kind)) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const loaded = await fill(folder);
    // Last: a folder without it is one whose loading was cut short.
    await writeFile(done, JSON.stringify(loaded));
  }
  return { folder, loaded: JSON.parse(await readFile(done, 'utf8')) as Loaded };
}

/** Whether the graph is there already. */
export function isCached(size: GraphSize, kind: Kind): boolean {
  return existsSync(join(folderOf(size, kind), LOADED));
}

function folderOf(size: GraphSize, kind: Kind): string {
  return join(CACHE, `${kind}-${size.name}-${fingerprint(kind)}`);
}

/** A folder for copies that a run may write to. */
export const SCRATCH = join(CACHE, 'run');

/** Loads a graph through the store's own `apply`, a thousand claims at a time. */
export async function applyGraph(size: GraphSize, kind: string, store: GraphStore): Promise<Loaded> {
  const say = progress(`loading ${size.name} claims into ${kind}`);
  let [claims, people, documents, seconds] = [0, 0, 0, 0];
  for (const change of generate(size)) {
    const start = performance.now();
    await store.apply(change);
    seconds += (performance.now() - start) / 1_000;
    claims += change.claims.length;
    people += change.people.length;
    documents += change.documents.length;
    say(claims, size.claims);
  }
  return {
    how: 'apply',
    claims,
    people,
    documents,
    seconds: rounded(seconds),
    claimsASecond: Math.round(claims / seconds),
  };
}

/** Graphs made by other code or with another schema are not used again. */
function fingerprint(kind: Kind): string {
  const hash = createHash('sha256');
  const here = fileURLToPath(new URL('.', import.meta.url));
  const made = readdirSync(here).filter((name) => name !== 'load.ts');
  for (const name of made.sort()) hash.update(readFileSync(join(here, name)));
  hash.update(readFileSync(new URL(`../../src/stores/${kind}/schema.ts`, import.meta.url)));
  return hash.digest('hex').slice(0, 12);
}
