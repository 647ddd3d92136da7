import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import { HearsayError, shown } from '../../domain/errors.ts';

/** Keys and indexes that lead to a value in a file. */
export type Path = readonly PropertyKey[];

/** A parsed YAML (or JSON) file that can say where each of its values stands. */
export interface YamlSource {
  readonly file: string;
  readonly data: unknown;
  /** The offset of the value at `path`, or of the nearest thing around it. */
  offsetOf(path: Path): number;
  /** The offset of the key at the end of `path`. */
  offsetOfKey(path: Path): number;
  /** `file:line:column`, counted from 1. */
  placeOf(offset: number): string;
}

/** A fault of syntax and where it is. */
export interface SyntaxMistake {
  readonly offset: number;
  readonly message: string;
}

/** The largest file that is read, in bytes. */
const MAX_FILE_BYTES = 10_000_000;
// No honest file repeats more than this through aliases; a bomb repeats millions.
const MAX_ALIAS_COUNT = 100;
// The parser recurses: thousands of nested brackets would take the whole process down.
const MAX_NESTING = 64;

/** Reads a file's text. `mistakes` is empty exactly when `source.data` can be trusted. */
export function readYaml(
  text: string,
  file: string,
): { source: YamlSource; mistakes: readonly SyntaxMistake[] } {
  checkSize(text, file);
  const lines = new LineCounter();
  const tooDeep = offsetOfDeepNesting(text);
  if (tooDeep !== null) {
    countLines(text, lines);
    const mistake = { offset: tooDeep, message: `Expected at most ${MAX_NESTING} levels, but got more` };
    return { source: sourceOf(file, lines, null, undefined), mistakes: [mistake] };
  }
  // Its own check for repeated keys compares every key with every other.
  const options = { lineCounter: lines, prettyErrors: false, stringKeys: true, uniqueKeys: false };
  const document = parseDocument(text, options);
  const mistakes = [...document.errors, ...document.warnings].map((error) => ({
    offset: error.pos[0],
    message: `Expected YAML, but got a mistake in it: ${error.message}`,
  }));
  mistakes.push(...repeatedKeys(document), ...foreignTags(document));
  if (mistakes.length > 0) return { source: sourceOf(file, lines, document, undefined), mistakes };
  return readData(file, lines, document);
}

function checkSize(text: string, file: string): void {
  const bytes = Buffer.byteLength(text);
  if (bytes <= MAX_FILE_BYTES) return;
  throw new HearsayError(
    'INVALID_RECORD',
    `${file}: Expected at most ${MAX_FILE_BYTES} bytes, but got ${bytes}`,
    {
      hint: 'Split the file; claims may refer to what another file defines by its full id.',
    },
  );
}

function readData(file: string, lines: LineCounter, document: Document.Parsed): ReturnType<typeof readYaml> {
  try {
    const data: unknown = document.toJS({ maxAliasCount: MAX_ALIAS_COUNT });
    return { source: sourceOf(file, lines, document, data), mistakes: [] };
  } catch (error) {
    // Of all that can go wrong here only aliases depend on the input: too many of them, or a loop.
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error;
    const message = 'Expected few aliases (*name), but got so many that the file would grow without bound';
    return { source: sourceOf(file, lines, document, undefined), mistakes: [{ offset: 0, message }] };
  }
}

function repeatedKeys(document: Document.Parsed): readonly SyntaxMistake[] {
  const mistakes: SyntaxMistake[] = [];
  const check = (map: YAMLMap): void => {
    const seen = new Set<string>();
    for (const { key } of map.items) {
      if (!isScalar(key)) continue;
      const name = String(key.value);
      if (seen.has(name)) {
        mistakes.push({
          offset: startOf(key) ?? 0,
          message: `Expected every key once, but got ${shown(name)} again`,
        });
      }
      seen.add(name);
    }
  };
  visit(document, {
    Map: (_, map) => {
      check(map);
    },
  });
  return mistakes;
}

// What JSON has too. Any other type (a set, a date, bytes) would be read as something else, or as nothing.
const PLAIN_TAG = /^(?:!|tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq))$/;

function foreignTags(document: Document.Parsed): readonly SyntaxMistake[] {
  const mistakes: SyntaxMistake[] = [];
  visit(document, {
    Value: (_, { tag, range }) => {
      if (tag === undefined || PLAIN_TAG.test(tag)) return;
      mistakes.push({
        offset: range?.[0] ?? 0,
        message: `Expected plain text, numbers, lists and mappings, but got the YAML tag ${shown(tag)}`,
      });
    },
  });
  return mistakes;
}

/** Where brackets or indicators nest too deeply to be parsed safely, or null. */
function offsetOfDeepNesting(text: string): number | null {
  let offset = 0;
  let brackets = 0;
  let indicators = 0;
  let inScalar = false;
  for (const token of new Lexer().lex(text)) {
    const isStructure = !inScalar;
    inScalar = token === SCALAR;
    if (MARKS.has(token)) continue;
    if (isStructure) {
      if (token === '[' || token === '{') brackets++;
      else if (token === ']' || token === '}') brackets--;
      else if (token === '-' || token === '?' || token === ':') indicators++;
      else if (token.includes('\n')) indicators = 0;
      else if (/^ +$/.test(token) && indicators === 0) indicators = Math.floor(token.length / 2);
    }
    if (brackets > MAX_NESTING || indicators > MAX_NESTING) return offset;
    offset += token.length;
  }
  return null;
}

// What the lexer puts between tokens: the start of a plain or block scalar, of a document, of a flow error.
const SCALAR = '\u001f';
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0018', SCALAR]);

function countLines(text: string, lines: LineCounter): void {
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
}

function sourceOf(
  file: string,
  lines: LineCounter,
  document: Document.Parsed | null,
  data: unknown,
): YamlSource {
  return {
    file,
    data,
    offsetOf: (path) => walk(document, path).value,
    offsetOfKey: (path) => walk(document, path).key,
    placeOf: (offset) => {
      const { line, col } = lines.linePos(offset);
      return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
    },
  };
}

function walk(document: Document.Parsed | null, path: Path): { key: number; value: number } {
  let node: unknown = document?.contents ?? null;
  let place = { key: startOf(node) ?? 0, value: startOf(node) ?? 0 };
  for (const step of path) {
    const next = child(document, node, step);
    if (next === null) return place;
    const value = startOf(next.value);
    place = { key: next.key ?? value ?? place.value, value: value ?? next.key ?? place.value };
    node = next.value;
  }
  return place;
}

function child(
  document: Document.Parsed | null,
  parent: unknown,
  step: PropertyKey,
): { key: number | null; value: unknown } | null {
  const node = isAlias(parent) && document !== null ? parent.resolve(document) : parent;
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
    return pair === undefined ? null : { key: startOf(pair.key), value: pair.value };
  }
  const item = isSeq(node) ? node.items[Number(step)] : undefined;
  return item === undefined ? null : { key: startOf(item), value: item };
}

function startOf(node: unknown): number | null {
  return (node as Node | null | undefined)?.range?.[0] ?? null;
}
