/** What would otherwise be read from the machine: given by the composition, faked by tests. */
export type Clock = { now(): number };
export type Randomness = {
  uuid(): string;
  bytes(length: number): Uint8Array;
  /** In [0, 1). */
  fraction(): number;
};

/** Allow-listed facts only: no title, no photo, no token, no key ever goes in here. */
export type LogFacts = {
  requestId?: string | undefined;
  method?: string;
  route?: string;
  status?: number;
  ms?: number;
  jobId?: string;
  itemId?: string;
  code?: string;
  error?: string;
  where?: string | undefined;
  count?: number;
  pid?: number;
  port?: number;
  analyser?: string;
  run?: number;
};
export type Logger = Record<'info' | 'warn' | 'error', (facts: LogFacts, message: string) => void>;
