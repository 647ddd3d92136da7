declare module 'edtf' {
  /** Parses an EDTF string; `min` and `max` are epoch milliseconds in UTC. Throws on a syntax error. */
  export default function edtf(text: string): {
    readonly type: string;
    readonly min: number;
    readonly max: number;
  };
}
