/** The folder that this script was loaded from, which is where its answers are. */
const HOME = new URL('./', import.meta.url);
/** Longer than this nobody waits for a picture, in milliseconds; what stands in the page stays. */
const PATIENCE = 15_000;

const asked = new Map<string, Promise<unknown>>();

/** An address on the server that the script came from. */
export function atHome(path: string): string {
  return new URL(path, HOME).href;
}

/** The answer to a question, or null when there is none to show. Each question is asked once for a page. */
export function ask(
  what: string,
  parameters: readonly (readonly [string, string | null])[],
): Promise<unknown> {
  const url = new URL(what, HOME);
  for (const [name, value] of parameters) if (value !== null) url.searchParams.set(name, value);
  const known = asked.get(url.href) ?? fetchJson(url);
  asked.set(url.href, known);
  return known;
}

async function fetchJson(url: URL): Promise<unknown> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal });
    const body: unknown = await response.json();
    // A server that failed says so without a type; what was asked wrongly has one.
    return typeof body === 'object' && body !== null && 'type' in body ? body : null;
  } catch {
    // Whoever embeds has written what stands here without us.
    asked.delete(url.href);
    return null;
  }
}
