import { createHash } from 'node:crypto';
import { nameKey } from '../domain/names.ts';

/** Letters and digits of a name for an id, at most `length` of them; '' when it has none. */
export function slug(name: string, length = 60): string {
  return nameKey(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, length)
    .replaceAll(/^-+|-+$/g, '');
}

/** A short hash of a text for an id: `digits` digits of base 36, equal for equal texts. */
export function shortHash(text: string, digits: number): string {
  const hash = createHash('sha256').update(text, 'utf8').digest();
  return hash.readBigUInt64BE().toString(36).padStart(13, '0').slice(-digits);
}
