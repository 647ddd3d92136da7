/**
 * Attempts beyond the first for tests that kill, cut off and restart servers, in runs that nobody watches: what a busy
 * machine makes late is tried once more, and the runner's closing lines name it.
 */
export const ONCE_MORE = process.env['CI'] === 'true' ? 1 : 0;
