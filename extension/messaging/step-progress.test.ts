import { expect, it } from 'vitest';

import { fillOrder } from './page-protocol.ts';
import { stepProgress } from './step-progress.ts';

it('grows from step to step and ends before the whole', () => {
  const steps = ['open', 'baseline', ...fillOrder.map((field) => `fill-${field}`), 'verify', 'submit', 'confirm'];
  const at = steps.map((step) => stepProgress(step)?.at ?? -1);
  expect(at).toEqual(steps.map((_, index) => index));
  expect(stepProgress('confirm')!.at).toBeLessThan(stepProgress('confirm')!.of);
});

it('knows the panel’s own first step and no other', () => {
  expect(stepProgress('open-here')?.at).toBe(0);
  expect(stepProgress('title')).toEqual(stepProgress('fill-title'));
  expect(stepProgress('dance')).toBeUndefined();
});
