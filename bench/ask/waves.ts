/** What was asked of something, in waves: those of one wave were under way together. */
export interface Recorder<C> {
  note(call: C, result: unknown): void;
  /** What was noted since the last time. */
  take(): readonly (readonly C[])[];
}

/** Notes calls in the order in which they were made, and which of them did not wait for each other. */
export function recorder<C>(): Recorder<C> {
  let waves: C[][] = [];
  let isOver = true;
  return {
    note: (call, result) => {
      if (isOver) waves.push([]);
      waves.at(-1)?.push(call);
      isOver = !(result instanceof Promise);
      if (result instanceof Promise) {
        const end = (): void => {
          isOver = true;
        };
        result.then(end, end);
      }
    },
    take: () => {
      const taken = waves;
      waves = [];
      isOver = true;
      return taken;
    },
  };
}

/** Does calls again as they were made: wave after wave. */
export async function replay<C>(
  waves: readonly (readonly C[])[],
  call: (call: C) => Promise<unknown>,
): Promise<void> {
  for (const wave of waves) {
    const [only, second] = wave;
    if (only !== undefined && second === undefined) await call(only);
    else await Promise.all(wave.map(call));
  }
}
