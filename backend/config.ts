import * as z from 'zod';

const whole = (fallback: number, least: number, most: number) =>
  z.coerce.number().int().min(least).max(most).default(fallback);
const list = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.url()));
/** US dollars per million tokens, as price lists print them. */
const price = z.coerce.number().min(0).max(10_000).optional();

/** Every setting of the backend, by the name of its environment variable (docs/backend.md). */
export const environment = z.object({
  PORT: whole(8787, 0, 65_535),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data/backend'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  PUBLIC_ORIGINS: list.optional(),
  EXTENSION_ORIGINS: list.optional(),
  TRUSTED_PROXIES: whole(0, 0, 5),
  WORKERS: z.coerce.number().int().min(0).max(32).optional(),
  ITEM_TIMEOUT_MS: whole(240_000, 1_000, 600_000),
  PHOTOS_KEPT_HOURS: whole(24, 1, 24),
  JOBS_KEPT_DAYS: whole(30, 1, 365),
  DEVICES_PER_HOUR: whole(20, 1, 100_000),
  REQUESTS_PER_MINUTE: whole(600, 10, 1_000_000),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).default('https://api.openai.com/v1'),
  OPENAI_MODEL: z.string().min(1).default('gpt-4.1-mini'),
  OPENAI_TIMEOUT_MS: whole(90_000, 1_000, 600_000),
  OPENAI_MAX_TOKENS: whole(4_000, 256, 100_000),
  OPENAI_IMAGE_DETAIL: z.enum(['low', 'high', 'auto']).default('high'),
  OPENAI_INPUT_PRICE: price,
  OPENAI_OUTPUT_PRICE: price,
});
export type Config = z.infer<typeof environment>;

/** A wrong setting stops the start with its name; its value, which may be a secret, is not repeated. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  throw new Error(`These settings cannot be used as given: ${names.join(', ')} (see docs/backend.md).`);
}
