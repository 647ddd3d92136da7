import { Readable } from 'node:stream';
import unbzip2 from 'unbzip2-stream';

/** A packed stream, unpacked. What breaks off or is damaged ends it with an error. */
export function bunzip2(packed: Readable): Readable {
  const unpacking = unbzip2();
  packed.once('error', (error) => unpacking.emit('error', error));
  return new Readable().wrap(packed.pipe(unpacking));
}
