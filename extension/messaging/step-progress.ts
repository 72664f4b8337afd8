import { fillOrder } from './page-protocol.ts';

const order: readonly string[] = ['open', 'baseline', ...fillOrder, 'verify', 'submit', 'confirm'];

/** How far a job is by what it is doing (a step's or a field's name); `undefined` for what nobody knows. */
export function stepProgress(doing: string): { at: number; of: number } | undefined {
  const at = order.indexOf(doing === 'open-here' ? 'open' : doing.replace(/^fill-/, ''));
  return at < 0 ? undefined : { at, of: order.length };
}
