import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { localTime } from '../engine/local-time.ts';
import { say, until, jobsIn } from './extension-state.ts';
import { shirt } from './forms.ts';
import { onlineOf, putOnline, wholeOf, type Own } from './own-listings.ts';
import { putRow } from './seed-wardrobe.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let own: Own;
beforeAll(async () => {
  world = await startWorld();
  own = await putOnline(world, shirt, 'Old shirt');
  const memberId = String(world.sandbox.state.items.find(({ id }) => id === own.id)?.memberId);
  const account = `${world.market}:${memberId}`;
  const pace = { account, zone: zoneAtNoon(Date.now()), from: 480, to: 1_320, days: [1, 2, 3, 4, 5, 6, 7], perDay: {} };
  await world.page.evaluate(putRow, { database: 'ledger', table: 'paces', row: pace });
  await go();
});
afterAll(() => world?.close());

/** Wherever this runs and whenever: hours of the day lie around now. */
function zoneAtNoon(now: number): string {
  const zones = Array.from({ length: 24 }, (_, at) => (at < 12 ? `Etc/GMT-${at}` : `Etc/GMT+${at - 12}`));
  return zones.find((zone) => Math.floor(localTime(zone, now).minute / 60) === 12) ?? 'UTC';
}

async function go(): Promise<void> {
  await world.page.goto(`${world.page.url().split('#')[0]}#rules`);
  await world.page.reload();
  await world.page.getByRole('heading', { level: 1, name: 'Automation' }).waitFor();
}
const faults = async () =>
  (await new AxeBuilder({ page: world.page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

test('a rule is made and switched on by keyboard, and what it does is what the plan said', async () => {
  const { page } = world;
  await page.getByRole('button', { name: 'New relist rule' }).press('Enter');
  const age = page.getByLabel('Online for at least (days)');
  await age.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('2x');
  await page.getByText('Please enter a whole number.').waitFor();
  await page.reload();
  await page.getByText('This is what you had typed and not saved.').waitFor();
  expect(await age.inputValue()).toBe('2x');
  await age.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('20');
  const mode = page.getByLabel('Who presses the last button');
  await mode.focus();
  await page.keyboard.press('ArrowDown');
  await page.getByText('It fits 1 of your listings at the moment.').waitFor();
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await page.getByRole('switch').press('Space');
  await page.getByRole('dialog').getByText('In the next 24 hours 1 change').waitFor();
  await page.getByRole('button', { name: 'Switch on', exact: true }).press('Enter');
  await page.getByText('Old shirt is listed again').waitFor();
  // Nobody was seen signed in here yet: the plan says so instead of promising.
  const elsewhere = page.getByText('Vinted was last used here with another account');
  await elsewhere.waitFor();
  await say(page, 'wardrobe.sync', { market: world.market, memberId: null });
  await elsewhere.waitFor({ state: 'hidden', timeout: 60_000 });
  const said = await page.locator('time').first().getAttribute('datetime');

  const job = await until(
    async () => {
      await say(page, 'engine.wake').catch(() => undefined);
      return (await jobsIn(page)).find(({ listingKey }) => listingKey === own.key);
    },
    (one) => one?.status === 'done' || one?.status === 'needs-user',
    120_000,
    'the relist of the rule',
  );
  expect(job, JSON.stringify(job?.failure)).toMatchObject({ kind: 'relist', status: 'done' });
  expect(job?.ruleId).not.toBeNull();
  const late = (job?.notAfter ?? 0) - 3_600_000 - Date.parse(said ?? '');
  expect(Math.abs(late)).toBeLessThanOrEqual(60_000);
  const [copy, ...twins] = onlineOf(world, own.title);
  expect(twins).toEqual([]);
  expect(copy && wholeOf(world.sandbox.state, copy)).toEqual(own.original);
  expect(copy?.id).not.toBe(own.id);
  await page.getByRole('progressbar', { name: 'Relists' }).waitFor();
  await until(
    () => page.getByRole('progressbar', { name: 'Relists' }).getAttribute('aria-valuenow'),
    (used) => used === '1',
    90_000,
    'the relist is counted',
  );
});

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  test.each(['rules', 'editor', 'switch'])('%s: usable by everybody, from 320 to 1,600 px', async (name) => {
    const { page } = world;
    await page.emulateMedia({ colorScheme });
    for (const width of [1600, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await go();
      const onSwitch = page.getByRole('switch');
      await onSwitch.waitFor();
      if (name === 'editor') await page.getByRole('button', { name: 'New price rule' }).click();
      if (name === 'switch') {
        if ((await onSwitch.getAttribute('aria-checked')) === 'true') await onSwitch.click();
        await onSwitch.and(page.locator('[aria-checked=false]')).click();
        await page.getByRole('dialog').waitFor();
      }
      if (process.env['SHOTS']) {
        const path = `${process.env['SHOTS']}/${name}-${colorScheme}-${width}.png`;
        await page.screenshot({ path, fullPage: name !== 'switch' });
      }
      expect(await faults()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});
