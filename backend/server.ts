import { startBackend } from './start-backend.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** `npm run backend`: reads the environment, listens, works. */
await stopOnSignal(() => startBackend({ env: process.env }));
