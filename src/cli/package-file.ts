import { fileURLToPath } from 'node:url';

/** The path of a file that comes with Hearsay. Two folders below the root both in src and in dist. */
export function packageFile(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
