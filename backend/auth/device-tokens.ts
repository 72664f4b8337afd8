import { createHash } from 'node:crypto';

import { and, eq, lt } from 'drizzle-orm';

import type { DeviceToken } from '../../shared/bulk.ts';
import type { Database } from '../db/database.ts';
import { devices } from '../db/schema.ts';
import type { Clock, Randomness } from '../deps.ts';

const prefix = 'vbd_';
const wellFormed = /^vbd_[A-Za-z0-9_-]{43}$/;
const seenAgainAfter = 3_600_000;

/** 256 random bits, shown once; the database holds only their hash. */
export async function issueDeviceToken(db: Database, clock: Clock, random: Randomness): Promise<DeviceToken> {
  const token = prefix + Buffer.from(random.bytes(32)).toString('base64url');
  const deviceId = random.uuid();
  const now = clock.now();
  await db.insert(devices).values({ id: deviceId, tokenHash: hashOf(token), createdAt: now, lastSeenAt: now });
  return { token, deviceId };
}

/** The device a token belongs to; undefined for anything else, without saying why. */
export async function findDevice(db: Database, clock: Clock, token: string): Promise<string | undefined> {
  if (!wellFormed.test(token)) return undefined;
  const [device] = await db
    .select({ id: devices.id })
    .from(devices)
    .where(eq(devices.tokenHash, hashOf(token)));
  if (!device) return undefined;
  const now = clock.now();
  await db
    .update(devices)
    .set({ lastSeenAt: now })
    .where(and(eq(devices.id, device.id), lt(devices.lastSeenAt, now - seenAgainAfter)));
  return device.id;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
