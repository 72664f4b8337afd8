import type { Page } from 'playwright-core';

type Watching = { beat: number; task: number };
type Watched = { blocks?: Watching };

/** Runs in the page: the longest gap of a heartbeat beyond its 10 ms, and the longest task the browser tells of. */
function watch(): void {
  const blocks: Watching = { beat: 0, task: 0 };
  (globalThis as Watched).blocks = blocks;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    blocks.beat = Math.max(blocks.beat, now - last - 10);
    last = now;
  }, 10);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) blocks.task = Math.max(blocks.task, duration);
  }).observe({ entryTypes: ['longtask'] });
}

export const watchBlocks = (page: Page): Promise<void> => page.evaluate(watch);

/** Milliseconds the page did nothing else, the worst of both ways to tell. */
export async function longestBlock(page: Page): Promise<Watching & { worst: number }> {
  const blocks = await page.evaluate(() => (globalThis as { blocks?: { beat: number; task: number } }).blocks);
  if (!blocks) throw new Error('The page was left while it was watched.');
  return { ...blocks, worst: Math.max(blocks.beat, blocks.task) };
}
