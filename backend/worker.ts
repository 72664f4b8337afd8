import { readConfig } from './config.ts';
import { openParts } from './start-backend.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** `node backend/worker.ts`: works on the queue of a PostgreSQL server beside any number of others; serves nothing. */
await stopOnSignal(async () => {
  const config = readConfig(process.env);
  if (config.DATABASE_URL === undefined) {
    throw new Error(
      'worker.ts needs DATABASE_URL: a data folder is worked on by the one server process that holds it.',
    );
  }
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    while (closing.length > 0) await closing.pop()?.();
  };
  try {
    await openParts({}, config, closing);
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
});
