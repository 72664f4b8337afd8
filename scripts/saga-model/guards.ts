import { everyGuard, type Guards } from '../../extension/features/relist/saga.ts';
import { ours } from './ours.ts';
import { bounds, explore, type Bounds, type Explored } from './world.ts';

/** Where each guard is needed: the smallest world in which taking it away does harm, and in which it does none while there. */
export const guardWorlds: Record<keyof Guards, Bounds> = {
  freshBaseline: bounds({ crashes: 0, faults: 1, buyers: 0, sly: false, hideMayBeRefused: false }),
  settleWindow: bounds({ crashes: 0, faults: 1, buyers: 0, hands: 0, sly: false, hideMayBeRefused: false }),
  hideFirst: bounds({ crashes: 0, faults: 0, buyers: 2, hands: 0, sly: false, hideMayBeRefused: false }),
  verifyBeforeDelete: bounds({ crashes: 0, faults: 1, buyers: 0, hands: 0, hideMayBeRefused: false }),
  wholeList: bounds({ crashes: 0, faults: 2, buyers: 0, hands: 0, hideMayBeRefused: false }),
  soldCheck: bounds({ crashes: 0, faults: 1, buyers: 1, hands: 0, sly: false }),
};

export const guardNames = Object.keys(guardWorlds).filter((name): name is keyof Guards =>
  Object.hasOwn(everyGuard, name),
);

/** With all guards there, and with this one taken away. */
export function checkGuard(name: keyof Guards): { whole: Explored; without: Explored } {
  const limits = guardWorlds[name];
  return {
    whole: explore(ours(limits.lag), limits),
    without: explore(ours(limits.lag, { ...everyGuard, [name]: false }), limits),
  };
}
