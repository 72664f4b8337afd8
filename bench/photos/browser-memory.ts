import { existsSync, readdirSync, readFileSync } from 'node:fs';

type Process = { parent: number; bytes: number };

function processes(): Map<number, Process> {
  const found = new Map<number, Process>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const read = (key: string): number => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      found.set(Number(name), { parent: read('PPid'), bytes: read('VmRSS') * 1024 });
    } catch {
      // It ended while it was looked at.
    }
  }
  return found;
}

/** Resident memory of a process and all below it. */
function residentBytes(root: number): number {
  const all = processes();
  const isBelow = (pid: number): boolean => pid === root || (pid > 1 && isBelow(all.get(pid)?.parent ?? 0));
  return [...all].reduce((sum, [pid, { bytes }]) => sum + (isBelow(pid) ? bytes : 0), 0);
}

export type MemoryWatch = { idle: number; peak(): number; stop(): void };

/** Looks at the whole browser ten times a second; `idle` is what it held when the watch began. */
export function watchMemory(browserPid: number): MemoryWatch {
  if (!existsSync('/proc/self/status')) throw new Error('This bench reads /proc and so needs Linux.');
  const idle = residentBytes(browserPid);
  let peak = idle;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentBytes(browserPid));
  }, 100);
  return { idle, peak: () => peak, stop: () => clearInterval(timer) };
}
