import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** `X-Forwarded-For` is believed only as far as our own proxies wrote it. */
export const createAddressReader =
  (trustedProxies: number) =>
  (c: Context): string => {
    const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
    const forwarded = trustedProxies > 0 ? hops.at(-trustedProxies) : undefined;
    return forwarded || (getConnInfo(c).remote.address ?? 'unknown');
  };
