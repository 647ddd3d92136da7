import { Readable } from 'node:stream';
import unbzip2 from 'unbzip2-stream';

/** A packed stream, unpacked. What breaks off or is damaged ends it with an error, after all that came before. */
export function bunzip2(packed: Readable): Readable {
  const unpacking = unbzip2();
  let failure: Error | null = null;
  // Readable.wrap would take the unpacker's close, which follows its end at once, for a stream that broke off.
  const unpacked = new Readable({
    // So that more is asked for only when all is read, and a failure overtakes nothing.
    highWaterMark: 1,
    read() {
      if (failure === null) unpacking.resume();
      else this.destroy(failure);
    },
    destroy(error, done) {
      packed.destroy();
      done(error);
    },
  });
  const fail = (error: Error): void => {
    failure ??= error;
    if (unpacked.readableLength === 0) unpacked.destroy(failure);
  };
  unpacking.on('data', (chunk: Buffer) => {
    if (!unpacked.push(chunk)) unpacking.pause();
  });
  unpacking.once('end', () => unpacked.push(null));
  unpacking.once('error', fail);
  packed.once('error', fail);
  packed.pipe(unpacking);
  return unpacked;
}
