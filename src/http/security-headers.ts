/** Which scripts, styles and workers an answer may run in a browser. */
export type Trust = 'nothing' | 'page' | 'graphiql';

const NO_FRAMES = "base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'";

const POLICIES: Readonly<Record<Trust, string>> = {
  nothing: "default-src 'none'; frame-ancestors 'none'",
  page: `default-src 'self'; ${NO_FRAMES}`,
  // Its editor writes styles at run time and draws some lines from data: URLs. Scripts, fonts and workers stay ours.
  graphiql: `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; ${NO_FRAMES}`,
};

/** Headers that go with every answer. A URL with a question in it may name people: no search engine keeps it. */
export function securityHeaders(trust: Trust, hasQuestion: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': POLICIES[trust],
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(hasQuestion ? { 'x-robots-tag': 'noindex' } : {}),
  };
}
