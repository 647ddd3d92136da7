import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pageFor, policyFor } from '../../examples/fan-site/serve.mjs';

/** A site of somebody else: an origin of its own, with a strict policy. */
export interface FanSite {
  readonly url: string;
  /** The page that this site shows at a path; a body, around which the head is put, and a style sheet. */
  readonly put: (path: string, body: string, css?: string) => void;
  /** The example page, about these people. */
  readonly example: (people: Record<string, string>) => void;
  readonly stop: () => Promise<void>;
}

interface Script {
  readonly path: string;
  readonly integrity: string;
}

const CSS = readFileSync('examples/fan-site/site.css');

/** Starts a site that embeds what `hearsay` serves. */
export async function startFanSite(hearsay: string): Promise<FanSite> {
  const script = (await (await fetch(`${hearsay}/embed/v1/script.json`)).json()) as Script;
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    const isStyle = request.url?.endsWith('.css') === true;
    // Browsers ask every site for its icon.
    const known = page !== undefined || request.url === '/site.css';
    response.writeHead(known ? 200 : 204, {
      'content-type': isStyle ? 'text/css' : 'text/html; charset=utf-8',
      'content-security-policy': policyFor(hearsay),
    });
    response.end(known ? (page ?? CSS) : undefined);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve();
    });
  });
  const put = (path: string, body: string, css = ''): void => {
    pages.set(`${path}.css`, css);
    pages.set(
      path,
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A site</title><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><link rel="stylesheet" href="${path}.css"><script type="module" src="${hearsay}${script.path}" integrity="${script.integrity}" crossorigin="anonymous"></script></head><body><main><h1>A site</h1>${body}<p id="after">What follows.</p></main></body></html>`,
    );
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    put,
    example: (people) => {
      pages.set('/example', pageFor(hearsay, script, people));
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
