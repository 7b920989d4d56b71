import {linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';

/** The folder is in use by a process that lives. */
export class FolderInUseError extends Error {
  constructor(folder: string, pid: number, file: string) {
    super(
      `The store's data folder ${folder} is in use by process ${pid}. Stop that one, or set DATA_DIR to another ` +
        `folder. If process ${pid} is something else, delete ${file} and start again.`,
    );
    this.name = 'FolderInUseError';
  }
}

/**
 * Claims a data folder for this process and returns the function that gives it back.
 *
 * PGlite does not lock its folder, and two processes in one folder ruin it. A claim whose process is gone (killed, or
 * from before a restart of the machine) is taken over at once.
 *
 * @throws {FolderInUseError} when a process that lives holds it.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, {recursive: true});
  const file = path.join(folder, 'service.lock');
  // Written whole before it gets its name: a rival never reads a claim that is half written.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({pid: process.pid, started: startOf(process.pid)}));
  try {
    while (!claim(draft, file)) {
      const holder = read(file);
      if (holder && isAlive(holder)) throw new FolderInUseError(folder, holder.pid, file);
      takeAway(file);
    }
  } finally {
    rmSync(draft, {force: true});
  }

  return () => {
    if (read(file)?.pid === process.pid) rmSync(file, {force: true});
  };
}

interface Holder {
  readonly pid: number;
  /** When the process began, in ticks since the machine did; tells a reused process id from its first owner. */
  readonly started: string | undefined;
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive({pid, started}: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startOf(pid);
  return started === undefined || now === undefined || started === now;
}

/** Field 22 of Linux's /proc/<pid>/stat, counted behind the command's name, which may hold spaces; else undefined. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function claim(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** By renaming, which only one of two rivals can do, so that neither deletes what the other has just written. */
function takeAway(file: string) {
  const aside = `${file}.${process.pid}.gone`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  rmSync(aside, {force: true});
}
