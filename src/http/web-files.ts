import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { accepts, type Reply } from './reply.ts';
import { FOR_EVERYBODY, type Trust } from './security-headers.ts';

// Two folders below the root both in src and in dist.
const BUILT = new URL('../../dist/web/', import.meta.url);

/** The bundles, where each is served, and what its HTML may do. */
const BUNDLES = [
  { folder: 'page', at: '/', trust: 'page' },
  { folder: 'graphiql', at: '/graphql/', trust: 'graphiql' },
  { folder: 'embed', at: '/embed/', trust: 'page' },
  // One file: the script of the elements, with its version and a hash of its content in its name.
  { folder: 'widget', at: '/embed/v1/', trust: 'nothing' },
] as const satisfies readonly { readonly folder: string; readonly at: string; readonly trust: Trust }[];

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

// Files below assets/ carry a hash of their content in their name.
const FOR_EVER = 'public, max-age=31536000, immutable';

/** A built file in memory, ready to be sent. */
export interface WebFile {
  readonly trust: Trust;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The same compressed, where that is worth it. */
  readonly gzipped?: Buffer;
}

/**
 * The files of the page and of GraphiQL by their path in URLs. They are listed once, at start, and only what is
 * in the list is ever served, so that no path leads anywhere else. Contents are read when first asked for.
 */
export interface WebFiles {
  find(path: string): WebFile | null;
  /** The script of the elements for pages elsewhere; null where it has not been built. */
  script(): ScriptAddress | null;
}

/** Where a script is, and the hash by which a page makes sure that it is that script. */
export interface ScriptAddress {
  readonly path: string;
  readonly integrity: string;
}

/** Lists what `npm run build` has put into dist/web, or into another folder that is laid out like it. */
export function webFiles(root: URL = BUILT): WebFiles {
  const listed = new Map(
    BUNDLES.flatMap((bundle) => [...filesOf(bundle, new URL(`${bundle.folder}/`, root))]),
  );
  const loaded = new Map<string, WebFile>();
  const find = (path: string): WebFile | null => {
    const known = loaded.get(path);
    if (known !== undefined) return known;
    const load = listed.get(path);
    if (load === undefined) return null;
    const file = load();
    loaded.set(path, file);
    return file;
  };
  const [current] = listFiles(fileURLToPath(new URL('widget/', root))).filter((name) => SCRIPT.test(name));
  return {
    find,
    script: () => {
      const path = `/embed/v1/${current ?? ''}`;
      const file = find(path);
      return file === null ? null : { path, integrity: integrityOf(file.body) };
    },
  };
}

/** The script of this version; those of releases before it stand in a folder. */
const SCRIPT = /^hearsay-[^/]+\.js$/;
const RELEASED = /^released\/(?=hearsay-[^/]+\.js$)/;

function integrityOf(body: Buffer): string {
  return `sha384-${createHash('sha384').update(body).digest('base64')}`;
}

type Bundle = (typeof BUNDLES)[number];

function* filesOf(bundle: Bundle, folder: URL): Generator<[string, () => WebFile]> {
  for (const name of listFiles(fileURLToPath(folder))) {
    const served = name.replace(RELEASED, '');
    const path = name === 'index.html' ? bundle.at.replace(/(.)\/$/, '$1') : bundle.at + served;
    yield [path, () => readFile(new URL(name, folder), name, bundle)];
  }
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
      if (!entry.isFile()) return [];
      const below = entry.parentPath.slice(folder.length);
      return [(below === '' ? entry.name : `${below}/${entry.name}`).replaceAll('\\', '/')];
    });
  } catch {
    return [];
  }
}

function readFile(file: URL, name: string, { folder, trust }: Bundle): WebFile {
  const body = readFileSync(file);
  const forEver = name.startsWith('assets/') || folder === 'widget';
  const headers = {
    'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
    'cache-control': forEver ? FOR_EVER : 'no-cache',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
  };
  if (folder !== 'widget') return { trust, headers, body };
  const shared = { ...headers, ...FOR_EVERYBODY, vary: 'accept-encoding' };
  return { trust, headers: shared, body, gzipped: gzipSync(body, { level: 9 }) };
}

/** A file as an answer: the whole of it, compressed for who takes that, or 304 to a client that has it. */
export function replyWith(file: WebFile, requestHeaders: IncomingHttpHeaders): Reply {
  const known = (requestHeaders['if-none-match'] ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(file.headers['etag'] ?? '')) return { status: 304, headers: file.headers, body: '' };
  return file.gzipped !== undefined && accepts(requestHeaders, 'gzip')
    ? { status: 200, headers: { ...file.headers, 'content-encoding': 'gzip' }, body: file.gzipped }
    : { status: 200, headers: file.headers, body: file.body };
}

/** What stands in for a page that has not been built. */
export const NOT_BUILT: Reply = {
  status: 503,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hearsay</title>
<h1>This page has not been built</h1>
<p>Run <code>npm run build</code> and start Hearsay again. The API at <code>POST /graphql</code> works without it.</p></html>
`,
};
