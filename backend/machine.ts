import { randomBytes, randomUUID } from 'node:crypto';

import { pino } from 'pino';

import type { Clock, Logger, Randomness } from './deps.ts';

/** The real clock, dice and log of this machine: used by the composition files only. */
export const systemClock: Clock = { now: () => Date.now() };

export const systemRandomness: Randomness = {
  uuid: () => randomUUID(),
  bytes: (length) => randomBytes(length),
  fraction: () => Math.random(),
};

export function createLogger(level: string): Logger {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (facts, message) => log.info(facts, message),
    warn: (facts, message) => log.warn(facts, message),
    error: (facts, message) => log.error(facts, message),
  };
}
