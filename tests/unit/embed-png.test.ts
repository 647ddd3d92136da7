import { inflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { line, tag } from '../../src/embed/drawing/svg.ts';
import { openStudio } from '../../src/embed/studio/studio.ts';
import { SCRIPTS } from '../web/crowd.ts';

const [WIDTH, HEIGHT] = [640, 64];
const studio = openStudio();
afterAll(() => studio.close());

/** What resvg draws where no font has a sign; of a private sign surely none has. */
const MISSING = '\u{f1234}';

function svgOf(text: string): string {
  return tag(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: WIDTH, height: HEIGHT },
    tag('rect', { width: WIDTH, height: HEIGHT, fill: '#fff' }),
    line(text, 10, 44, 32),
  );
}

/** The darkness of each pixel, from an 8-bit RGBA PNG without interlacing. */
function pixelsOf(file: Buffer): readonly Uint8Array[] {
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = WIDTH * 4;
  let above = new Uint8Array(stride);
  return Array.from({ length: HEIGHT }, (_, y) => {
    const filter = raw[y * (stride + 1)] ?? 0;
    const row = Uint8Array.from(raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
    for (let x = 0; x < stride; x += 1) {
      const a = row[x - 4] ?? 0;
      const b = above[x] ?? 0;
      const c = x < 4 ? 0 : (above[x - 4] ?? 0);
      const nearest = [a, b, c].reduce((best, each) =>
        Math.abs(a + b - c - each) < Math.abs(a + b - c - best) ? each : best,
      );
      row[x] = (row[x] ?? 0) + ([0, a, b, (a + b) >> 1, nearest][filter] ?? 0);
    }
    above = row;
    return Uint8Array.from({ length: WIDTH }, (__, x) => 255 - (row[x * 4] ?? 255));
  });
}

async function columns(text: string): Promise<string> {
  const rows = pixelsOf(await studio.png(svgOf(text)));
  return Array.from({ length: WIDTH }, (_, x) =>
    rows.map((row) => ((row[x] ?? 0) > 127 ? '#' : '.')).join(''),
  ).join('\n');
}

describe('a picture as PNG', () => {
  test.each(Object.entries(SCRIPTS))('shows names in %s, and not boxes', async (_script, name) => {
    const drawn = await columns(name);
    expect(drawn).toContain('#');
    // One sign after the other, each different from the box that stands for what no font has.
    const box = await columns(MISSING);
    expect(box).toContain('#');
    for (const sign of new Set(name.replaceAll(' ', ''))) expect(await columns(sign), sign).not.toBe(box);
  });

  test('tells signs apart that look alike only as boxes', async () => {
    expect(await columns('劉')).not.toBe(await columns('潤'));
    expect(await columns('송')).not.toBe(await columns('강'));
  });

  test('is drawn once for the same picture', async () => {
    const svg = svgOf('Mara');
    expect(studio.png(svg)).toBe(studio.png(svg));
    expect((await studio.png(svg)).subarray(1, 4).toString()).toBe('PNG');
  });
});
