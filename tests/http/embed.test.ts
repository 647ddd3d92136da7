import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseInstant } from '../../src/domain/time.ts';
import { startServer, type RunningServer } from '../support/start-server.ts';
import { CROWD_WORLD } from '../web/crowd.ts';
import { HOSTILE_NAME } from '../web/world.ts';

let server: RunningServer;
const folder = mkdtempSync(join(tmpdir(), 'hearsay-embed-'));
beforeAll(async () => {
  const file = join(folder, 'crowd.yaml');
  writeFileSync(file, CROWD_WORLD);
  server = await startServer([file], { clock: { now: () => parseInstant('2026-06-01T12:00:00Z') } });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.base}${path}`, { headers });
const COSTARS = 'person=person/middle';
const PAIR = 'a=person/middle&b=person/p2';
const RUMOR = 'a=person/p3&b=person/p4&asOf=2024-05-02';

interface Refused {
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, string> }[];
}
interface Json {
  readonly type: string;
  readonly [name: string]: unknown;
}
async function json(path: string): Promise<Json> {
  return (await (await get(path)).json()) as Json;
}

describe('what pages elsewhere are answered with', () => {
  test.each([
    [`/embed/v1/costars.json?${COSTARS}`, 'application/json; charset=utf-8'],
    [`/embed/v1/costars.svg?${COSTARS}`, 'image/svg+xml; charset=utf-8'],
    [`/embed/v1/costars.png?${COSTARS}`, 'image/png'],
    [`/embed/v1/costars.html?${COSTARS}`, 'text/html; charset=utf-8'],
    [`/embed/v1/relationship.json?${PAIR}`, 'application/json; charset=utf-8'],
    [`/embed/v1/relationship.svg?${PAIR}`, 'image/svg+xml; charset=utf-8'],
    [`/embed/v1/relationship.png?${PAIR}`, 'image/png'],
    [`/embed/v1/relationship.html?${PAIR}`, 'text/html; charset=utf-8'],
  ])(
    'may be read by every origin, kept for a while, and asked for again by its tag: %s',
    async (path, type) => {
      const first = await get(path, { origin: 'https://fans.example', cookie: 'a=b' });
      const body = Buffer.from(await first.arrayBuffer());
      expect([first.status, first.headers.get('content-type')]).toEqual([200, type]);
      expect(body.length).toBeGreaterThan(500);
      expect(first.headers.get('access-control-allow-origin')).toBe('*');
      expect(first.headers.get('access-control-allow-credentials')).toBeNull();
      expect(first.headers.get('set-cookie')).toBeNull();
      expect(first.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600');
      expect(first.headers.get('x-robots-tag')).toBe('noindex');
      const etag = first.headers.get('etag') ?? '';
      const again = await get(path, { 'if-none-match': etag });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
      expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
    },
  );

  test('runs nothing in a browser but what a frame needs', async () => {
    const csp = async (format: string): Promise<string> =>
      (await get(`/embed/v1/costars.${format}?${COSTARS}`)).headers.get('content-security-policy') ?? '';
    expect(await csp('svg')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; frame-ancestors \*$/);
    expect(await csp('html')).toContain("script-src 'self'; connect-src 'self'; img-src 'self'");
    expect(await csp('html')).toContain('frame-ancestors *');
    expect(await csp('html')).not.toContain('unsafe');
    expect(await csp('json')).toBe("default-src 'none'; frame-ancestors 'none'");
  });

  test('is the same to the byte every time', async () => {
    const text = async (): Promise<string> => (await get(`/embed/v1/costars.svg?${COSTARS}`)).text();
    expect(await text()).toBe(await text());
  });

  test('is found by name, id, and with the date asked about', async () => {
    const byName = await json('/embed/v1/costars.json?person=Mara%20Middleton&asOf=2012');
    expect(byName['root']).toEqual({ id: 'person/middle', name: 'Mara Middleton' });
    expect(byName['asOf']).toMatchObject({ code: 'AS_OF', parameters: { date: '2012' }, text: 'as of 2012' });
    expect((byName['people'] as unknown[]).length).toBeLessThan(61);
  });

  test('carries a code and parameters beside every text', async () => {
    const { verdict, statements } = await json(`/embed/v1/relationship.json?${PAIR}&locale=de`);
    expect(verdict).toMatchObject({
      code: 'CONFIRMED',
      parameters: { a: 'Mara Middleton', kind: 'MARRIED' },
    });
    expect(statements).toMatchObject([
      { code: 'CONFIRMED', sources: [{ title: 'A picture', url: 'https://photos.example/1' }] },
    ]);
  });
});

describe('the script', () => {
  test('is at most 12 KB compressed, at an address that is its own for ever, and has the hash that is said', async () => {
    const { path, integrity } = (await json('/embed/v1/script.json')) as unknown as Record<string, string>;
    expect(path).toMatch(/^\/embed\/v1\/hearsay-\d+\.\d+\.\d+-[\w-]{8}\.js$/);
    const response = await get(path ?? '', { 'accept-encoding': 'gzip' });
    const body = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(Number(response.headers.get('content-length'))).toBeLessThanOrEqual(12 * 1024);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(integrity).toBe(`sha384-${createHash('sha384').update(body).digest('base64')}`);
    const plain = await get(path ?? '', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(Buffer.from(await plain.arrayBuffer()).equals(body)).toBe(true);
  });
});

test('without a version or a hash the way leads to the script of this version', async () => {
  const { path } = (await json('/embed/v1/script.json')) as unknown as Record<string, string>;
  const response = await fetch(`${server.base}/embed/v1/hearsay.js`, { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([302, path]);
  expect(response.headers.get('cache-control')).toBe('public, max-age=60');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
});

describe('compression', () => {
  test.each(['json', 'svg', 'html'])(
    'of %s is what a client takes, and the same under one tag',
    async (format) => {
      const path = `/embed/v1/costars.${format}?${COSTARS}`;
      const plain = await get(path, { 'accept-encoding': 'identity' });
      const text = await plain.text();
      expect(plain.headers.get('content-encoding')).toBeNull();
      for (const encoding of ['br', 'gzip']) {
        const response = await get(path, { 'accept-encoding': encoding });
        expect(response.headers.get('content-encoding')).toBe(encoding);
        expect(response.headers.get('vary')).toBe('accept-encoding');
        expect(response.headers.get('etag')).toBe(plain.headers.get('etag'));
        expect(Number(response.headers.get('content-length'))).toBeLessThan(text.length / 3);
        expect(await response.text()).toBe(text);
      }
      const refused = await get(path, { 'accept-encoding': 'br;q=0, gzip;q=0' });
      expect(refused.headers.get('content-encoding')).toBeNull();
    },
  );

  test('is not for pictures that are compressed already', async () => {
    const response = await get(`/embed/v1/costars.png?${COSTARS}`, { 'accept-encoding': 'gzip, br' });
    expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([null, null]);
  });
});

describe('a wrong attribute', () => {
  test.each([
    ['costars', 'limit=9999', 'limit', 'Expected limit from 1 to 200, but got 9999.'],
    ['costars', 'depth=3', 'depth', 'Expected depth from 1 to 2, but got 3.'],
    ['costars', 'minShared=0', 'min-shared', 'Expected minShared from 1 to'],
    ['costars', 'asOf=gestern', 'as-of', 'but got "gestern".'],
    ['costars', 'fiction=maybe', 'fiction', 'Expected fiction to be true or false, but got "maybe".'],
    ['relationship', 'a=x&b=y&kind=LOVERS', 'kind', 'Expected kind to be one of DATING'],
    ['relationship', 'a=x', 'b', 'Expected b to name somebody, but got "nothing".'],
    ['relationship', 'a=person/middle&b=person/middle', 'b', 'Expected two'],
  ])('is named for who embeds, in the language of the page: %s?%s', async (what, query, attribute, hint) => {
    const who = what === 'costars' ? `${COSTARS}&` : '';
    const body = await json(`/embed/v1/${what}.json?${who}${query}&locale=fr`);
    expect(body).toMatchObject({ type: 'Wrong', attribute, locale: 'fr' });
    expect(body['hint']).toContain(hint);
    expect((body['notice'] as Record<string, string>)['text']).toBe(
      `Rien ne peut être montré ici\u00a0: l’attribut ${attribute} n’est pas correct.`,
    );
  });

  test('a language that is not spoken is said in English', async () => {
    const body = await json(`/embed/v1/costars.json?${COSTARS}&locale=xx`);
    expect(body).toMatchObject({ locale: 'en', attribute: 'locale' });
  });
});

describe('a wrong address', () => {
  test.each([
    ['/embed/v1/costars.json', 'INVALID_ARGUMENT', 'person'],
    ['/embed/v1/costars.json?person=', 'INVALID_ARGUMENT', 'person'],
    [`/embed/v1/costars.json?${COSTARS}&limit=0`, 'INVALID_ARGUMENT', 'limit'],
    [`/embed/v1/costars.json?${COSTARS}&limit=201`, 'INVALID_ARGUMENT', 'limit'],
    [`/embed/v1/costars.json?${COSTARS}&limit=1e9`, 'INVALID_ARGUMENT', 'limit'],
    [`/embed/v1/costars.json?${COSTARS}&depth=3`, 'INVALID_ARGUMENT', 'depth'],
    [`/embed/v1/costars.json?${COSTARS}&persn=x`, 'INVALID_ARGUMENT', 'persn'],
    [`/embed/v1/costars.json?${COSTARS}&${COSTARS}`, 'INVALID_ARGUMENT', 'once'],
    [`/embed/v1/costars.json?${COSTARS}&asOf=yesterday`, 'INVALID_DATE', 'yesterday'],
    [`/embed/v1/costars.json?${COSTARS}&rumors=maybe`, 'INVALID_ARGUMENT', 'rumors'],
    [`/embed/v1/costars.json?${COSTARS}&locale=tlh`, 'INVALID_ARGUMENT', 'locale'],
    [`/embed/v1/costars.json?person=${'x'.repeat(400)}`, 'INVALID_ARGUMENT', '300'],
    ['/embed/v1/relationship.json?a=person/middle', 'INVALID_ARGUMENT', 'b'],
    ['/embed/v1/relationship.json?a=person/middle&b=person/middle', 'SAME_PERSON', 'two'],
    [`/embed/v1/relationship.svg?${PAIR}&kind=ORIENTATION`, 'INVALID_ARGUMENT', 'kind'],
    ['/embed/v1/relationship.json?a=%E2%80%AEx&b=y', 'INVALID_NAME', 'a'],
  ])('is refused with a code that a page may read: %s', async (path, code, word) => {
    const response = await get(path);
    expect(response.status).toBe(400);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { errors } = (await response.json()) as Refused;
    expect(errors[0]?.extensions['code']).toBe(code);
    expect(errors[0]?.message).toContain(word);
  });

  test('of nobody on file is 404 with who may be meant, in every format', async () => {
    const unknown = await get('/embed/v1/costars.json?person=Mara%20Middletn');
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({
      type: 'UnknownPerson',
      notice: {
        code: 'UnknownPerson',
        text: 'Nobody called Mara Middletn is on file. Did you mean Mara Middleton?',
      },
      attribute: 'person',
      hint: 'By id: person/middle.',
      candidates: [{ id: 'person/middle', name: 'Mara Middleton' }],
    });
    for (const format of ['svg', 'png', 'html']) {
      expect((await get(`/embed/v1/costars.${format}?person=Nobody%20Atall`)).status).toBe(404);
    }
  });

  test('is only read, never written to', async () => {
    const response = await fetch(`${server.base}/embed/v1/costars.json?${COSTARS}`, { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('a picture', () => {
  test.each([
    [`relationship.svg?${PAIR}`, `/?a=person/middle&amp;b=person/p2&amp;asOf=2026-06-01`],
    [`costars.svg?${COSTARS}`, '/?a=person/middle&amp;asOf=2026-06-01'],
  ])('says as text where its sources are, and leads there: %s', async (path, page) => {
    const svg = await (await get(`/embed/v1/${path}`)).text();
    const host = server.base.replace('http://', '');
    expect(svg).toContain(`<a href="//${host}${page}"`);
    const text = svg.replaceAll(/<[^>]+>/g, '');
    expect(text).toContain(`Something wrong? ${host}${page}`);
  });
});

describe('rumors', () => {
  test.each([
    ['en', 'Nothing is shown here'],
    ['es', 'Aquí no se muestra nada'],
    ['fr', 'Rien n’est montré ici'],
    ['de', 'Dazu wird hier nichts gezeigt'],
  ])('are hidden unless asked for, and what is said then is true of any pair: %s', async (locale, words) => {
    const rumored = await (await get(`/embed/v1/relationship.json?${RUMOR}&locale=${locale}`)).text();
    const silent = await (
      await get(`/embed/v1/relationship.json?a=person/p6&b=person/p7&asOf=2024-05-02&locale=${locale}`)
    ).text();
    expect(rumored).toContain(words);
    const names = (text: string): string =>
      text
        .replaceAll(/person\/p\d/g, 'person/x')
        .replaceAll(/Никита Орлов|עמר|عمر النجار|陈晓明|劉潤發/g, 'X');
    expect(names(rumored)).toBe(names(silent));
    expect(await json(`/embed/v1/relationship.json?${RUMOR}&rumors=true`)).toMatchObject({
      status: 'RUMORED',
    });
  });

  test.each(['svg', 'png', 'html'])('are not in the %s either', async (format) => {
    const [without, asked] = await Promise.all(
      ['', '&rumors=1'].map(async (more) =>
        (await get(`/embed/v1/relationship.${format}?${RUMOR}${more}`)).arrayBuffer(),
      ),
    );
    expect(Buffer.from(without as ArrayBuffer).equals(Buffer.from(asked as ArrayBuffer))).toBe(false);
    if (format !== 'png') expect(Buffer.from(without as ArrayBuffer).toString()).not.toMatch(/a rumor|fans/i);
  });
});

test.each([
  ['en', 'Evening Wire described דנה כהן as single, as a guess.'],
  ['de', 'Ohne Beziehung (דנה כהן), so Evening Wire, als Vermutung.'],
  ['es', 'Sin pareja (דנה כהן), según Evening Wire, como conjetura.'],
  ['fr', 'Célibataire (דנה כהן), selon Evening Wire, comme supposition.'],
])('a guess stays a guess, in words and as a parameter: %s', async (locale, text) => {
  const path = `/embed/v1/relationship.json?a=person/p5&b=person/hostile&rumors=true&locale=${locale}`;
  const { statements } = await json(path);
  expect(statements).toMatchObject([
    { code: 'DENIED', parameters: {} },
    { code: 'SINGLE', parameters: { hedge: 'SPECULATED' }, text },
  ]);
});

describe('a hostile name', () => {
  test.each(['svg', 'html', 'json'])('stays text in %s', async (format) => {
    const body = await (
      await get(`/embed/v1/relationship.${format}?a=person/hostile&b=person/middle`)
    ).text();
    if (format === 'json')
      expect((JSON.parse(body) as { people: unknown }).people).toContainEqual({
        id: 'person/hostile',
        name: HOSTILE_NAME,
      });
    else expect(body).not.toMatch(/<img/);
  });
});

describe('oEmbed', () => {
  const ask = (url: string, more = ''): Promise<Response> =>
    get(`/oembed?url=${encodeURIComponent(url)}${more}`);

  test.each([
    [`/embed/v1/costars.html?${COSTARS}`, 'costars'],
    [`/?a=person/middle&asOf=2026`, 'costars'],
    [`/embed/v1/relationship.html?${PAIR}`, 'relationship'],
    [`/?${PAIR}`, 'relationship'],
  ])('has a frame and a picture for %s', async (path, what) => {
    const response = await ask(server.base + path);
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    // It leads to the host that it was asked by, which anybody can make up.
    expect(response.headers.get('cache-control')).toBe('private, max-age=60');
    const body = (await response.json()) as Record<string, string>;
    expect(body).toMatchObject({
      version: '1.0',
      type: 'rich',
      provider_name: 'Hearsay',
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
    const src = /src="([^"]+)"/.exec(body['html'] ?? '')?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(src).toContain(`${server.base}/embed/v1/${what}.html?`);
    expect((await fetch(src)).status).toBe(200);
    expect((await fetch(body['thumbnail_url'] ?? '')).headers.get('content-type')).toBe('image/png');
  });

  test('keeps to the size that a site allows', async () => {
    const body = await (await ask(`${server.base}/?${PAIR}`, '&maxwidth=300&maxheight=9999')).json();
    expect(body).toMatchObject({ width: 300, height: 300 });
  });

  test.each([
    ['https://elsewhere.example/embed/v1/costars.html?person=x', 400],
    ['javascript:alert(1)', 400],
    ['nonsense', 400],
  ])('frames nobody else: %s', async (url, status) => {
    expect((await ask(url)).status).toBe(status);
  });

  test('has no XML, and says so as the standard wants', async () => {
    expect((await ask(`${server.base}/?${PAIR}`, '&format=xml')).status).toBe(501);
  });

  test('of nobody on file is 404', async () => {
    expect((await ask(`${server.base}/?a=Nobody%20Atall&b=Mara%20Middleton`)).status).toBe(404);
  });
});
