import { OpenAPIHono } from '@hono/zod-openapi';
import type { ZodType } from 'zod';

import { problem } from './answers.ts';
import type { AppEnv } from './app-deps.ts';
import { invalidInput } from './json.ts';
import { Refused } from './refused.ts';

/** Routes with one way to refuse input. A malformed id is answered like an unknown one. */
export const newRoutes = (): OpenAPIHono<AppEnv> =>
  new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      if (result.target === 'param') throw new Refused('not-found', 'There is no such thing.');
      throw invalidInput(result.error.issues, result.target);
    },
  });

export const json = <T extends ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const words = {
  400: 'The request is not as documented',
  401: 'No valid device token',
  404: 'Unknown, or not yours',
  409: 'Not possible in this state',
  413: 'Too long, too large or too many',
  415: 'Wrong content type',
  422: 'Understood but refused: see `failure.code`',
  429: 'Too many requests: wait for `Retry-After` seconds',
  503: 'Try again soon',
} as const;
type Refusal = keyof typeof words;

/** The refusals a route may answer with, all of one shape. */
export const answers = <S extends Refusal>(...statuses: S[]) =>
  Object.fromEntries(statuses.map((status) => [status, json(problem, words[status])])) as {
    [K in S]: ReturnType<typeof json<typeof problem>>;
  };

/** For routes that belong to a device. */
export const deviceOnly = {
  security: [{ device: [] as string[] }],
  ownerNote: 'The device that made it may call this; for every other caller it does not exist (404).',
};
