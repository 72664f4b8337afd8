import { fillOrder } from '../../messaging/page-protocol.ts';

const order: readonly string[] = [
  'open',
  'baseline',
  ...fillOrder.map((field) => `fill-${field}`),
  'verify',
  'submit',
  'confirm',
];

/** How far a job is by the step it is at; `undefined` for a step nobody knows. */
export function stepProgress(step: string): { at: number; of: number } | undefined {
  const at = order.indexOf(step === 'open-here' ? 'open' : step);
  return at < 0 ? undefined : { at, of: order.length };
}
