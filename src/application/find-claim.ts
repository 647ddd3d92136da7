import type { Claim } from '../domain/claim.ts';
import { HearsayError, shown } from '../domain/errors.ts';
import { parseId } from '../domain/ids.ts';
import type { Reader } from '../domain/policy.ts';
import { parseDate } from '../domain/time.ts';
import type { GraphStore } from '../ports/graph-store.ts';

// Whoever writes sees what policy ever shows to anybody. What it shows to nobody is not found here either.
const WRITER: Reader = { profile: 'open', asOf: parseDate('9999'), knownAt: null };

/** The claim of that id, taken back or not. Throws `INVALID_ID` or `NOT_FOUND`. */
export async function findClaim(store: GraphStore, text: string): Promise<Claim> {
  const id = parseId('claim', text);
  if (id === null) {
    throw new HearsayError('INVALID_ID', `Expected the id of a claim (claim/…), but got ${shown(text)}`, {
      hint: '`hearsay claims` lists claims with their ids.',
    });
  }
  const node = (await store.nodes([id], WRITER)).get(id);
  if (node?.type !== 'claim') {
    throw new HearsayError('NOT_FOUND', `Expected a claim on file, but got ${shown(id)}`, {
      hint: '`hearsay claims` lists claims with their ids.',
    });
  }
  return node.value;
}
