import type { Context } from 'hono';

import type { BulkDeps } from '../bulk/bulk-deps.ts';

export type HttpConfig = {
  version: string;
  /** Origins this server is reached at by a browser; pages of any other site are refused. */
  ownOrigins: string[];
  /** Extension origins that may call; null = any extension (each still needs a token). */
  extensionOrigins: string[] | null;
  /** New devices per hour and address. */
  devicesPerHour: number;
  /** Requests per minute and device. */
  requestsPerMinute: number;
  /** Between two signs of life on an event stream. */
  heartbeatMs: number;
};

export type AppDeps = BulkDeps & {
  config: HttpConfig;
  /** Host of the AI provider photos go to, null when they stay here. */
  provider: string | null;
  /** Address of the caller, for limits only. */
  addressOf(c: Context): string;
  /** False once this process is going away. */
  isServing(): boolean;
};

/** What the middlewares leave for the routes. */
export type AppEnv = { Variables: { requestId: string; ownerId: string } };
