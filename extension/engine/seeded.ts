/** A number in [0, 1) that only depends on `text`: jitter that a restart cannot change. FNV-1a, then mixed. */
export function seeded(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

export const seededBetween = (text: string, least: number, most: number): number =>
  Math.round(least + (most - least) * seeded(text));
