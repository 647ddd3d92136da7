import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';

/** An address at which nobody listens any more. */
async function deserted(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

test('the example site says in one line that it needs Hearsay', async () => {
  const hearsay = await deserted();
  const { code, err } = await new Promise<{ code: unknown; err: string }>((resolve) => {
    execFile(process.execPath, ['examples/fan-site/serve.mjs', hearsay], (error, _out, err) => {
      resolve({ code: error?.code, err });
    });
  });
  expect(code).toBe(1);
  expect(err).toBe(
    `Expected Hearsay to answer at ${hearsay}, but got ECONNREFUSED. Start it first: npm start\n`,
  );
});
