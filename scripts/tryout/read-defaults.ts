import { readFileSync } from 'node:fs';

import { sellerDefaults, type SellerDefaults } from '../../shared/defaults.ts';

/** The file of `--defaults`, or nobody's choices. Throws with the field that is wrong. */
export function readDefaults(file: string | null): SellerDefaults {
  if (file === null) return sellerDefaults.parse({});
  const parsed = sellerDefaults.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${file}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}
