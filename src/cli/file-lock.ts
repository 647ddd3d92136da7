import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';

/** Locks that this process holds, by their path. */
const HELD = new Set<string>();

/**
 * Takes a lock that is a file: made by whoever comes first, it names the process that holds it, so that one which was
 * killed keeps nobody out. Returns how to give it back; null when somebody else has it.
 */
export async function lockFile(path: string): Promise<(() => Promise<void>) | null> {
  if (HELD.has(path)) return null;
  HELD.add(path);
  try {
    if (await take(path)) {
      return async () => {
        HELD.delete(path);
        await rm(path, { force: true });
      };
    }
  } catch (error) {
    HELD.delete(path);
    throw error;
  }
  HELD.delete(path);
  return null;
}

// Anything else of that name is somebody's file.
const LOCK = /^[1-9]\d* [0-9a-f-]{36}\n$/;

async function take(path: string): Promise<boolean> {
  const mine = `${process.pid} ${randomUUID()}\n`;
  if (await made(path, mine)) return true;
  const theirs = await textOf(path);
  if (theirs !== null && (!LOCK.test(theirs) || isAlive(theirs))) return false;
  // Two may find it left behind at once: whoever moves away what somebody has just made puts it back.
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  const moved = await textOf(aside);
  if (moved !== null && moved !== theirs) {
    await rename(aside, path);
    return false;
  }
  await rm(aside, { force: true });
  return made(path, mine);
}

async function made(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(lock: string): boolean {
  const pid = Number.parseInt(lock, 10);
  // What bears our number and is not ours was left by another life of this machine, or of this container.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
