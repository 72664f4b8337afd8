import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Draft } from '../../shared/draft.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { launch, type Harness } from './harness.ts';
import { drivePanel, type PanelDriver } from './panel-driver.ts';
import { draftWith } from '../features/drafts/desk-in-tests.ts';
import { nodes, seed, sizes } from './seed-drafts.ts';

type Extension = {
  chrome: {
    storage: {
      local: {
        get(key: string): Promise<Record<string, unknown>>;
        set(items: object): Promise<void>;
        remove(key: string): Promise<void>;
      };
    };
  };
};

const FORM = 'https://www.vinted.fr/items/new';

let sandbox: Sandbox;
let harness: Harness;
let page: Page;
let panel: PanelDriver;
/** One of the extension's own pages, for a look at what is stored. */
let own: Page;

beforeAll(async () => {
  sandbox = await startSandbox();
  harness = await launch({ sitePort: sandbox.port, width: 1_440, height: 900 });
  own = await harness.open('popup.html');
});
afterAll(async () => {
  await harness.close();
  await sandbox.close();
});
beforeEach(async () => {
  await own.evaluate(async () => {
    const { local } = (globalThis as unknown as Extension).chrome.storage;
    const { settings } = await local.get('settings');
    await local.set({ settings: { ...(settings as object), panelPlace: null } });
    await local.remove('stopped');
  });
  await page?.close();
  page = await harness.context.newPage();
  panel = await drivePanel(page);
});

const shown = async (is = true): Promise<void> => {
  await expect.poll(() => panel.isShown(), { timeout: 15_000 }).toBe(is);
};
const says = async (words: string | RegExp): Promise<void> => {
  await expect.poll(() => panel.text(), { timeout: 30_000 }).toMatch(words);
};
const openForm = async (width = 1_440, height = 900): Promise<void> => {
  await page.setViewportSize({ width, height });
  await page.goto(FORM);
  await shown();
};
const goTo = (path: string): Promise<void> => page.evaluate((to) => history.pushState(null, '', to), path);
const stored = (key: string): Promise<unknown> =>
  own.evaluate(
    async (name) => (await (globalThis as unknown as Extension).chrome.storage.local.get(name))[name] ?? null,
    key,
  );

describe('where it shows', () => {
  it('comes and goes with the upload form, also when the site itself navigates', async () => {
    await openForm();
    await goTo('/member/101');
    await shown(false);
    await goTo('/items/123456/edit');
    await shown();
    await page.goBack();
    await shown(false);
  });

  it('stays away from every other page', async () => {
    await page.goto('https://www.vinted.fr/');
    await page.waitForLoadState('networkidle');
    expect(await panel.isShown()).toBe(false);
  });

  it('returns three times when the page throws it out, then gives in', async () => {
    await openForm();
    for (let time = 0; time < 3; time += 1) {
      await page.evaluate(() => document.querySelector('vintedbot-panel')?.remove());
      await shown();
    }
    await page.evaluate(() => document.querySelector('vintedbot-panel')?.remove());
    await page.waitForTimeout(300);
    expect(await panel.isShown()).toBe(false);
  });
});

describe('apart from the page', () => {
  it('is closed to scripts of the page', async () => {
    await openForm();
    expect(await page.evaluate(() => document.querySelector('vintedbot-panel')?.shadowRoot)).toBeNull();
  });

  it('does nothing for a scripted click', async () => {
    await openForm();
    await panel.scriptedClick('Stop everything');
    await panel.scriptedClick('Choose a draft');
    await page.waitForTimeout(300);
    expect(await stored('stopped')).toBeNull();
    expect(await panel.text()).toContain('Fill with AI from photos');
  });

  it('neither takes styles from the page nor gives it any', async () => {
    await page.goto('https://www.vinted.fr/items/new');
    await shown();
    const look = (): Promise<string> =>
      panel.ask(function () {
        const style = getComputedStyle(this.querySelector('.choice')!);
        return [style.fontSize, style.color, style.backgroundColor, style.borderTopStyle, style.letterSpacing].join();
      });
    const before = await look();
    const pageBefore = await page.evaluate(() => getComputedStyle(document.body).cssText);
    await page.addStyleTag({
      content:
        'html { font-size: 40px !important } * { letter-spacing: 9px !important; color: lime !important } ' +
        'button, section { border: 9px solid red !important; background: lime !important } vintedbot-panel { display: none !important }',
    });
    expect(await look()).toBe(before);
    expect((await panel.box()).width).toBeGreaterThan(300);
    expect(pageBefore).not.toContain('--color-paper');
  });

  it('keeps what is typed in it from the page', async () => {
    await openForm();
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      document.addEventListener('keydown', (event) => seen.push(event.key));
    });
    await panel.click('Choose a draft');
    await expect
      .poll(() =>
        panel.ask(function () {
          return this.activeElement?.className;
        }),
      )
      .toBe('search');
    await panel.type('abc');
    expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
    expect(
      await panel.ask(function () {
        return this.querySelector<HTMLInputElement>('input[type=search]')!.value;
      }),
    ).toBe('abc');
  });
});

describe('out of the way', () => {
  it.each([
    [320, 640],
    [768, 900],
  ])('is folded at %i px, keeps inside the window and lets the form scroll nowhere new', async (width, height) => {
    await openForm(width, height);
    const { x, y, width: own, height: tall } = await panel.box();
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + own).toBeLessThanOrEqual(width);
    expect(y + tall).toBeLessThanOrEqual(height);
    expect(tall).toBeLessThan(60);
    await panel.click('Open VintedBot');
    await expect.poll(async () => (await panel.box()).height).toBeGreaterThan(100);
    const open = await panel.box();
    expect(open.x).toBeGreaterThanOrEqual(0);
    expect(open.x + open.width).toBeLessThanOrEqual(width);
    expect(open.y).toBeGreaterThanOrEqual(0);
  });

  it('folds away from a field the seller goes to', async () => {
    await openForm(360, 640);
    await panel.click('Open VintedBot');
    await expect.poll(async () => (await panel.box()).height).toBeGreaterThan(100);
    const under = await panel.box();
    await page.evaluate(
      ({ top }) => {
        const field = document.querySelector<HTMLElement>('#title, textarea, input:not([type=file])')!;
        scrollBy(0, field.getBoundingClientRect().top - top - 60);
        Object.assign(field.style, { position: 'fixed', top: `${top + 60}px`, left: '40px' });
        field.focus();
      },
      { top: under.y },
    );
    await expect.poll(async () => (await panel.box()).height).toBeLessThan(60);
  });

  it('moves by drag and by keys, and is found there again', async () => {
    await openForm();
    const before = await panel.box();
    await page.mouse.move(before.x + 150, before.y + 20);
    await page.mouse.down();
    await page.mouse.move(before.x - 150, before.y - 180, { steps: 5 });
    await page.mouse.up();
    const moved = await panel.box();
    expect(moved.x).toBeCloseTo(before.x - 300, 0);
    expect(moved.y).toBeCloseTo(before.y - 200, 0);
    await panel.ask(function () {
      this.querySelector<HTMLElement>('.grip')!.focus();
    });
    await page.keyboard.press('ArrowLeft');
    expect((await panel.box()).x).toBeCloseTo(moved.x - 24, 0);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await panel.box()).height).toBeLessThan(60);
    await page.reload();
    await shown();
    const again = await panel.box();
    expect(again.height).toBeLessThan(60);
    expect(again.x + again.width).toBeCloseTo(moved.x - 24 + moved.width, 0);
    await panel.click('Open VintedBot');
  });
});

describe('for everybody', () => {
  it.each([
    ['light', 1_440],
    ['dark', 1_440],
    ['light', 320],
    ['dark', 320],
  ] as const)('is axe-clean in %s at %i px', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await openForm(width, 700);
    if (width < 1_000) await panel.click('Open VintedBot');
    await panel.open();
    const check = async (): Promise<string[]> => {
      const { violations } = await new AxeBuilder({ page }).include('vintedbot-panel').analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    };
    expect(await check()).toEqual([]);
    await panel.click('Choose a draft');
    await says(/photos|No drafts/);
    expect(await check()).toEqual([]);
  });

  it('stops everything at one real click, and says how to go on', async () => {
    await openForm();
    await panel.click('Stop everything');
    await says('Everything is stopped.');
    expect(await stored('stopped')).toMatchObject({ since: expect.any(Number) });
    const popup = await harness.open('popup.html');
    await popup.getByRole('button', { name: 'Resume…' }).click();
    await popup.getByRole('button', { name: 'Resume now' }).click();
    await popup.getByRole('button', { name: 'Stop everything' }).waitFor();
    await popup.close();
    expect(await stored('stopped')).toBeNull();
    await expect.poll(() => panel.text()).not.toContain('Everything is stopped.');
  });
});

describe('filling', () => {
  const dress = (id: string): Draft =>
    draftWith(id, { title: `Dress ${id}`, description: 'Worn twice.' }, { photoIds: ['p0', 'p1', 'p2'] });
  const titleInForm = (): Promise<string> => page.locator('#title').inputValue();
  const photosInForm = (): Promise<number> => page.locator('[data-testid^="image-wrapper-"]').count();

  it('fills the form from a chosen draft, follows it, and puts everything back', async () => {
    await own.evaluate(seed, { drafts: [dress('d0')], nodes, sizes });
    await openForm();
    await page.locator('#title').fill('My own words');
    await panel.click('Choose a draft');
    await says('3 photos · 7 fields open');
    await panel.click('Dress d0');
    await says('Filled.');
    expect(await titleInForm()).toBe('Dress d0');
    expect(await photosInForm()).toBe(3);
    expect(sandbox.state.items).toEqual([]);
    await panel.click('Undo the filling');
    await says('The form is as it was before.');
    await expect.poll(titleInForm).toBe('My own words');
    await panel.click('Fill something else');
    await says('Fill with AI from photos');
  });

  it('says what Vinted wants when the account has met a wall', async () => {
    await own.evaluate(seed, { drafts: [dress('d2')], nodes, sizes });
    await openForm();
    sandbox.set({ restricted: true });
    await page.reload();
    await shown();
    await panel.click('Choose a draft');
    await says('Dress d2');
    await panel.click('Dress d2');
    await says('This account is paused');
    sandbox.set({ restricted: false });
  });
});
