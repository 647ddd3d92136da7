// Serves this folder on an origin of its own: node examples/fan-site/serve.mjs [http://localhost:4000]
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import process from 'node:process';
import { pathToFileURL, URL } from 'node:url';

/** What the page is about: ids of people on file. */
const PEOPLE = {
  person: 'person/kit-connor',
  a: 'person/joe-locke',
  b: 'person/kit-connor',
  name: 'Kit Connor',
};

/** Everything that this site allows: itself, and Hearsay to be embedded. No inline style, no inline script. */
export function policyFor(hearsay) {
  return `default-src 'none'; style-src 'self'; script-src ${hearsay}; connect-src ${hearsay}; img-src ${hearsay}; base-uri 'none'; form-action 'none'`;
}

/** The page with the address of the server and its script filled in. */
export function pageFor(hearsay, { path, integrity }, people = PEOPLE) {
  const values = { hearsay, script: path, integrity, ...people };
  return readFileSync(new URL('index.html', import.meta.url), 'utf8').replace(
    /\{(\w+)\}/g,
    (whole, name) => values[name] ?? whole,
  );
}

/** Where the script is, and its hash. Throws a sentence where no Hearsay answers. */
async function scriptOf(hearsay) {
  let response;
  try {
    response = await globalThis.fetch(`${hearsay}/embed/v1/script.json`);
  } catch (error) {
    const why = error.cause?.code ?? error.message;
    throw new Error(`Expected Hearsay to answer at ${hearsay}, but got ${why}. Start it first: npm start`, {
      cause: error,
    });
  }
  if (response.ok) return response.json();
  throw new Error(
    `Expected the script of Hearsay at ${hearsay}, but got status ${response.status}. Build it first: npm run build`,
  );
}

async function serve(hearsay) {
  const script = await scriptOf(hearsay);
  const server = createServer((request, response) => {
    const isStyle = request.url === '/site.css';
    response.writeHead(200, {
      'content-type': isStyle ? 'text/css' : 'text/html; charset=utf-8',
      'content-security-policy': policyFor(hearsay),
    });
    response.end(isStyle ? readFileSync(new URL('site.css', import.meta.url)) : pageFor(hearsay, script));
  });
  server.on('error', (error) => {
    process.stderr.write(`Expected port 4100 to be free, but got ${error.code}.\n`);
    process.exitCode = 1;
  });
  server.listen(4100, '127.0.0.1', () => {
    process.stdout.write('A fan site: http://127.0.0.1:4100\n');
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await serve((process.argv[2] ?? 'http://localhost:4000').replace(/\/$/, ''));
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
