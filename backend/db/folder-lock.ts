import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * One process at a time on a PGlite folder: PGlite itself takes no lock, and two writers lose rows without a word
 * (reliability.md §0.9). The lock is a file beside the folder with the owner's pid; it is stale only when that
 * process is gone.
 */
export type FolderLock = { release(): void };

type Holder = { pid: number; startedAt: string | null };

/** Folders this very process holds: after a crash a container may hand out the same pid again. */
const heldHere = new Set<string>();

export class FolderInUse extends Error {
  override name = 'FolderInUse';
}

export function lockFolder(folder: string): FolderLock {
  const file = `${resolve(folder)}.lock`;
  mkdirSync(dirname(file), { recursive: true });
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (tryCreate(file)) return hold(file);
    const holder = readHolder(file);
    if (holder !== null && isAlive(file, holder)) {
      throw new FolderInUse(
        `The data folder ${folder} is in use by process ${holder.pid}. Stop that process first (kill ${holder.pid}), ` +
          `or start this one with another DATA_DIR.`,
      );
    }
    setAside(file, holder);
  }
  throw new FolderInUse(`The data folder ${folder} is being opened by other processes. Try again.`);
}

function hold(file: string): FolderLock {
  heldHere.add(file);
  const release = (): void => {
    if (!heldHere.delete(file)) return;
    process.off('exit', release);
    rmSync(file, { force: true });
  };
  process.on('exit', release);
  return { release };
}

/** Written under another name and linked into place: nobody ever reads a half-written lock. */
function tryCreate(file: string): boolean {
  const draft = `${file}.${process.pid}`;
  const mine: Holder = { pid: process.pid, startedAt: startOf(process.pid) };
  writeFileSync(draft, JSON.stringify(mine));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A stale lock is moved away, not deleted: if another process was faster, what we moved is its lock and goes back. */
function setAside(file: string, stale: Holder | null): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    const moved = readHolder(aside);
    if (moved !== null && JSON.stringify(moved) !== JSON.stringify(stale)) linkSync(aside, file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readHolder(file: string): Holder | null {
  try {
    const parsed = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    return typeof parsed.pid === 'number' ? { pid: parsed.pid, startedAt: parsed.startedAt ?? null } : null;
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (gone || error instanceof SyntaxError) return null;
    throw error;
  }
}

function isAlive(file: string, holder: Holder): boolean {
  if (holder.pid === process.pid) return heldHere.has(file);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const startedAt = startOf(holder.pid);
  return startedAt === null || holder.startedAt === null || startedAt === holder.startedAt;
}

/** Start time where the system tells it (Linux): the same pid with another start is another process. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
