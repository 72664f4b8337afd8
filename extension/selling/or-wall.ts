import { WallMet } from './sell-site.ts';

/** A wall met anywhere inside becomes the outcome `blocked`; every other error stays an error. */
export async function orWall<O>(work: () => Promise<O>): Promise<O | { is: 'blocked'; wall: WallMet['wall'] }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WallMet) return { is: 'blocked', wall: error.wall };
    throw error;
  }
}
