import { FRAME_STYLE_SOURCE } from '../embed/frame-page.ts';
import { STYLE_SOURCE } from '../embed/drawing/style.ts';

/** Which scripts, styles and workers an answer may run in a browser. */
export type Trust = 'nothing' | 'page' | 'graphiql' | 'picture' | 'frame';

const NO_FRAMES = "base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'";

const POLICIES: Readonly<Record<Trust, string>> = {
  nothing: "default-src 'none'; frame-ancestors 'none'",
  page: `default-src 'self'; ${NO_FRAMES}`,
  // Its editor writes styles at run time and draws some lines from data: URLs. Scripts, fonts and workers stay ours.
  graphiql: `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; ${NO_FRAMES}`,
  picture: `default-src 'none'; style-src ${STYLE_SOURCE}; frame-ancestors *`,
  // What other pages show in a frame: our script, our data, our picture.
  frame: `default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; style-src ${STYLE_SOURCE} ${FRAME_STYLE_SOURCE}; base-uri 'none'; form-action 'none'; frame-ancestors *`,
};

/** What lets pages of any origin read an answer; browsers send no credentials along, since none are allowed. */
export const FOR_EVERYBODY: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, x-request-id',
  'cross-origin-resource-policy': 'cross-origin',
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
