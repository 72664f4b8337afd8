import type { Database } from './database.ts';

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

const worthRepeating = new Set(['40001', '40P01']);

/** Runs the work in one transaction; a serialization failure or a deadlock is tried again, a few times. */
export async function transact<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(work);
    } catch (error) {
      const code = databaseErrorCode(error);
      if (attempt >= 4 || code === null || !worthRepeating.has(code)) throw error;
    }
  }
}

/** SQLSTATE of a disk that is full. PostgreSQL gives it to the first of the ways a file may fail to grow only. */
export const diskFull = '53100';

/** SQLSTATE or Node's network code, wherever the driver and Drizzle wrapped it. */
export function databaseErrorCode(error: unknown): string | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (/could not (extend|write).*(no space left|file too large|quota)/i.test(at.message)) return diskFull;
    if ('code' in at && typeof at.code === 'string') return at.code;
    if (/connection terminated|timeout exceeded when trying to connect|pool after calling end/i.test(at.message))
      return '08006';
  }
  return null;
}
