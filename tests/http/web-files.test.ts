import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webFiles } from '../../src/http/web-files.ts';
import { startTiny, type TinyServer } from '../support/tiny-server.ts';

const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
let folder: string;
let server: TinyServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-web-'));
  for (const bundle of ['page', 'graphiql']) mkdirSync(join(folder, bundle, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'page/index.html'), '<title>page</title>');
  writeFileSync(join(folder, 'page/assets/main-abc123.js'), 'export {};');
  writeFileSync(join(folder, 'page/icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'graphiql/index.html'), '<title>graphiql</title>');
  writeFileSync(join(folder, 'graphiql/assets/style-abc123.css'), 'a{}');
  mkdirSync(join(folder, 'widget/released'), { recursive: true });
  writeFileSync(join(folder, 'widget/hearsay-0.2.0-bbbb.js'), 'export const now = 2;');
  writeFileSync(join(folder, 'widget/released/hearsay-0.1.0-zzzz.js'), 'export const now = 1;');
  writeFileSync(join(folder, 'widget/released/hearsay-0.9.0-aaaa.js'), 'export const now = 0;');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  server = await startTiny({ web: webFiles(pathToFileURL(`${folder}/`)) });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

describe('the pages', () => {
  test('stand at / and, for a browser, at /graphql', async () => {
    const page = await fetch(`${server.base}/?a=x`);
    const graphiql = await fetch(`${server.base}/graphql?query=x`, { headers: BROWSER });
    expect([await page.text(), await graphiql.text()]).toEqual([
      '<title>page</title>',
      '<title>graphiql</title>',
    ]);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(graphiql.headers.get('x-robots-tag')).toBe('noindex');
  });

  test('run scripts of ours only', async () => {
    const page = (await fetch(`${server.base}/`)).headers.get('content-security-policy') ?? '';
    const graphiql =
      (await fetch(`${server.base}/graphql`, { headers: BROWSER })).headers.get('content-security-policy') ??
      '';
    expect(page).toContain("default-src 'self'");
    expect(page).not.toMatch(/unsafe|script-src|data:|blob:/);
    expect(graphiql).toContain("style-src 'self' 'unsafe-inline'");
    expect(graphiql).not.toMatch(/script-src|unsafe-eval/);
  });

  test('are asked for again every time, and answered 304 to who has them', async () => {
    const first = await fetch(`${server.base}/`);
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(`${server.base}/`, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    const other = await fetch(`${server.base}/`, { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
  });
});

describe('the script for pages elsewhere', () => {
  test.each([
    ['/embed/v1/hearsay-0.2.0-bbbb.js', 'export const now = 2;'],
    ['/embed/v1/hearsay-0.1.0-zzzz.js', 'export const now = 1;'],
    ['/embed/v1/hearsay-0.9.0-aaaa.js', 'export const now = 0;'],
  ])('of a release is served for ever where it was: %s', async (path, text) => {
    const response = await fetch(server.base + path);
    expect([response.status, await response.text()]).toEqual([200, text]);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test('that new pages are given is that of this version, whatever has been released', () => {
    const { path } = webFiles(pathToFileURL(`${folder}/`)).script() ?? {};
    expect(path).toBe('/embed/v1/hearsay-0.2.0-bbbb.js');
  });

  test('is kept for every release in the changelog', () => {
    const changelog = readFileSync('CHANGELOG.md', 'utf8');
    const releases = [...changelog.matchAll(/^## v?\[?(\d+\.\d+\.\d+)/gm)].map((match) => match[1]);
    const kept = readdirSync('src/web/released');
    expect(
      releases.filter((version) => !kept.some((name) => name.startsWith(`hearsay-${version}-`))),
    ).toEqual([]);
  });
});

describe('what they load', () => {
  test.each([
    ['/assets/main-abc123.js', 'text/javascript; charset=utf-8'],
    ['/graphql/assets/style-abc123.css', 'text/css; charset=utf-8'],
  ])('is kept for ever, since its name has a hash: %s', async (path, type) => {
    const { status, headers } = await fetch(`${server.base}${path}`);
    expect([status, headers.get('content-type')]).toEqual([200, type]);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test('without a hash in its name is asked for again', async () => {
    const { headers } = await fetch(`${server.base}/icon.svg`);
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([
      'image/svg+xml',
      'no-cache',
    ]);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/secret.txt',
    '/assets',
    '/assets/',
    '/index.html/..',
  ])('is nothing else: %s', async (path) => {
    // fetch would take the dots out of the path before it is sent.
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      request({ port: server.port, host: '127.0.0.1', path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });
});

test('without a build there is a page that says so, and the API works', async () => {
  const bare = await startTiny();
  for (const path of ['/', '/graphql']) {
    const response = await fetch(`${bare.base}${path}`, { headers: BROWSER });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  }
  const answer = await fetch(`${bare.base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ __typename }"}',
  });
  expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
  await bare.stop();
});
