import { createHash } from 'node:crypto';

/** JSON of plain values, in which equal contents give equal text. Undefined never occurs in domain types. */
type Content = string | number | boolean | null | readonly Content[];

const ID_DIGITS = 24;

/** The first 24 hexadecimal digits (96 bits) of the SHA-256 of some content: the same content, the same id. */
export function contentDigest(content: Content): string {
  return sha256(JSON.stringify(content)).slice(0, ID_DIGITS);
}

/** SHA-256 of a text's UTF-8 bytes in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
