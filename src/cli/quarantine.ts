import { open } from 'node:fs/promises';
import type { Quarantine } from '../application/import-file.ts';
import type { Rejection } from '../application/import-format.ts';
import { HearsayError, shown } from '../domain/errors.ts';

/**
 * A file of rejected records: JSON lines with the line, the reason, and the record itself. It is made with the first
 * of them, for its owner alone, since what is rejected may be what nobody should read.
 */
export function quarantineFile(path: string): Quarantine {
  return {
    async cutTo(bytes) {
      try {
        const handle = await open(path, 'r+');
        await handle.truncate(bytes);
        await handle.close();
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
        throw unwritable(path, error);
      }
    },
    async add(rejected) {
      try {
        const handle = await open(path, 'a', 0o600);
        try {
          await handle.writeFile(rejected.map(lineOf).join(''));
          await handle.datasync();
          return (await handle.stat()).size;
        } finally {
          await handle.close();
        }
      } catch (error) {
        throw unwritable(path, error);
      }
    },
  };
}

/** Rejected records of a run that writes nothing. */
export const NO_QUARANTINE: Quarantine = {
  cutTo: () => Promise.resolve(),
  add: () => Promise.resolve(0),
};

function lineOf({ record, code, message }: Rejection): string {
  return `${JSON.stringify({ line: record.line, reason: { code, message }, record: record.text })}\n`;
}

function unwritable(path: string, cause: unknown): HearsayError {
  const came = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an error';
  return new HearsayError(
    'FILE_UNREADABLE',
    `Expected to write rejected records to ${shown(path)}, but got ${came}`,
    {
      hint: 'Name another file with --quarantine.',
      cause,
    },
  );
}
