// What a POSIX shell takes as it stands.
const PLAIN_WORD = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** A word as a shell takes it for itself. */
export function quoted(word: string): string {
  return PLAIN_WORD.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The command line that shows the page after `cursor`: what was typed, with `--after` replaced. */
export function moreCommand(
  command: string,
  words: readonly (string | undefined)[],
  options: object,
  cursor: string,
): string {
  const flags = Object.entries(options).flatMap(([name, value]) =>
    name === 'after' || value === undefined ? [] : flagWords(name, value),
  );
  const all = [command, ...words.filter((word) => word !== undefined), ...flags, '--after', cursor];
  return `hearsay ${all.map(quoted).join(' ')}`;
}

function flagWords(name: string, value: unknown): readonly string[] {
  const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (value === true) return [flag];
  if (Array.isArray(value)) return value.flatMap((item) => [flag, String(item)]);
  return [flag, String(value)];
}
