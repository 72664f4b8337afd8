import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { fillOrder } from '../messaging/page-protocol.ts';
import type { Language } from '../sandbox/hosts.ts';
import { draftsOf, listingsOf } from '../sandbox/state.ts';
import type { Switches } from '../sandbox/switches.ts';
import { type FormDriver, startFormDriver, wrong } from './form-driver.ts';
import { bag, book, duvet, type Kind, ordered, phone, shirt, skirt } from './forms.ts';

/** Every field in every variant of the form (site.md §3), by the production build, in en, fr and de. */

let driver: FormDriver;
beforeAll(async () => {
  driver = await startFormDriver();
});
afterAll(() => driver?.close());
beforeEach(() => driver.reset());

const kinds = { shirt, phone, book, bag, duvet } satisfies Record<string, Kind>;
const clothes = { shirt };
/** In the other languages the kinds whose choices have words of their own. */
const translated = { shirt, phone, duvet };

type Variant = readonly [
  what: string,
  switches: Partial<Switches>,
  kinds?: Readonly<Record<string, Kind>>,
  inOtherLanguages?: Readonly<Record<string, Kind>>,
];

/** Each way the form was seen (site.md §3), one at a time; the ways that change whole panels with every kind of listing. */
const variants: readonly Variant[] = [
  ['as it is by default', {}, kinds, translated],
  ['panels close with Done, several choices by a click outside', { panelClosing: 'done-required' }, kinds, translated],
  ['only Done keeps a choice', { panelClosing: 'save-button' }, kinds, translated],
  ['test ids moved', { testIdsMoved: true }, kinds, translated],
  ['test ids moved, Done where needed', { testIdsMoved: true, panelClosing: 'done-required' }, kinds, translated],
  ['test ids moved, only Done keeps', { testIdsMoved: true, panelClosing: 'save-button' }, kinds, translated],
  ['panels are dialogs', { panelShape: 'modal' }, kinds],
  ['panels are dialogs that only Done closes', { panelShape: 'modal', panelClosing: 'save-button' }],
  ['panels are dialogs, Done where needed', { panelShape: 'modal', panelClosing: 'done-required' }],
  ['test ids moved, panels are dialogs', { testIdsMoved: true, panelShape: 'modal' }, kinds],
  ['panels float apart from their fields', { panelShape: 'floating' }, { shirt, phone }],
  ['test ids moved, panels float', { testIdsMoved: true, panelShape: 'floating' }, kinds],
  [
    'test ids moved, panels float, only Done keeps',
    { testIdsMoved: true, panelShape: 'floating', panelClosing: 'save-button' },
    { shirt, phone },
  ],
  [
    'test ids moved, panels float, Done where needed',
    { testIdsMoved: true, panelShape: 'floating', panelClosing: 'done-required' },
  ],
  ['panels stand at the end of the page', { panelShape: 'portal' }, kinds],
  ['panels stand at the end of the page, only Done keeps', { panelShape: 'portal', panelClosing: 'save-button' }],
  ['test ids moved, panels stand at the end of the page', { testIdsMoved: true, panelShape: 'portal' }, kinds],
  ['copies that nobody can use stand first', { decoys: true }, { shirt, phone }],
  ['only Escape closes several choices', { outsideClickCloses: false }],
  ['triggers are replaced after a panel closed', { triggersReplaced: true }, { shirt, phone }],
  ['readable panel class', { panelClass: 'plain' }],
  ['the price takes a comma', { decimalSign: 'comma' }, { shirt, phone }],
  ['the price appears after the category', { pricePlace: 'after-category' }],
  ['condition rows are buttons', { conditionRole: 'button' }],
  ['condition before size', { conditionPlace: 'before-size' }],
  ['sizes as chips', { sizeGrid: 'grid_chips' }],
  ['sizes come in waves', { sizesInWaves: true }, { shirt, duvet }],
  ['sizes behind tabs', { sizeTabs: true }, { skirt }],
  [
    'sizes as chips behind tabs, only Done keeps',
    { sizeTabs: true, sizeGrid: 'grid_chips', panelClosing: 'save-button' },
    { skirt },
  ],
  ['photos open the category picker', { photosOpenCategory: true }],
  ['photos open the picker, only Done keeps', { photosOpenCategory: true, panelClosing: 'save-button' }],
  ['the first click is swallowed', { firstClickSwallowed: true }],
  ['the parcel suggestion comes late', { packageSuggestion: 'late' }],
  ['no parcel suggestion', { packageSuggestion: 'none' }],
  ['authenticity message', { authenticityModal: true }],
  ['photo ownership message', { photoOwnershipModal: true }],
  ['cookie banner', { cookieBanner: true }],
  ['desktop and mobile copies', { duplicateCopies: true }],
  ['plain spaces', { nonBreakingSpaces: false }, { phone }],
  ['slow hydration', { hydrationMs: 1_500 }],
  ['very slow hydration', { hydrationMs: 3_000 }],
  ['late fields', { fieldMs: 700, answerMs: 300 }, { shirt, phone }],
  ['every answer takes a second and a half', { answerMs: 1_500 }, { shirt, phone }],
  ['slow photos', { photoMs: 900 }, { bag }],
  ['slow photos without a word', { photoMs: 2_500, photoProgress: false }, { bag }],
];
const cases = variants.flatMap(([what, switches, inFrench = clothes, inOthers = {}]) => {
  const of = (language: Language, listings: Readonly<Record<string, Kind>>) =>
    Object.entries(listings).map(([name, kind]) => ({ what, switches, name, kind, language }));
  return [...of('fr', inFrench), ...of('en', inOthers), ...of('de', inOthers)];
});

describe('fills, reads back and publishes', () => {
  it.each(cases)('$what: $name in $language', async ({ switches, kind, language }) => {
    const { sandbox } = driver;
    sandbox.set(switches);
    await driver.open(language);
    const form = kind.form(language);
    expect(wrong(await driver.fillAll(form))).toEqual([]);
    expect((await driver.verify(form)).panelOpen).toBe(false);
    await driver.submit(form);
    const [item, ...others] = listingsOf(sandbox.state);
    expect(others).toEqual([]);
    expect(ordered(item?.body)).toMatchObject(kind.stored);
    expect(driver.photosOf(item)).toEqual(form.photos.map(({ id }) => id));
    expect(sandbox.state.paid).toEqual([]);
  });
});

describe('a price the page loses', () => {
  /** The parcel after the price: the choice that loses it. */
  const order = [...fillOrder.filter((field) => field !== 'package'), 'package'] as const;
  const losses = (['cleared', 'shown-but-not-kept'] as const).flatMap((priceLost) =>
    (['publish', 'draft'] as const).map((how) => ({ priceLost, how })),
  );

  it.each(losses)('$priceLost: is there again when the form is sent ($how)', async ({ priceLost, how }) => {
    const { sandbox } = driver;
    sandbox.set({ priceLost });
    await driver.open('fr');
    const form = shirt.form('fr');
    expect(wrong(await driver.fillAll(form, order))).toEqual([]);
    await driver.submit(form, how);
    const stored = how === 'draft' ? draftsOf(sandbox.state) : listingsOf(sandbox.state);
    expect(stored.map(({ body }) => body.price)).toEqual([12.5]);
  });

  it('the parcel mended at the last moment does not take it along', async () => {
    const { sandbox } = driver;
    sandbox.set({ priceLost: 'shown-but-not-kept' });
    await driver.open('fr');
    const form = shirt.form('fr');
    expect(wrong(await driver.fillAll(form))).toEqual([]);
    await driver.page.locator('#package-size-3').click();
    await driver.submit(form);
    expect(listingsOf(sandbox.state).map(({ body }) => [body.price, body.package_size_id])).toEqual([[12.5, 2]]);
  });
});

describe('a form without fields that were wanted', () => {
  it('says which, and fills the others', async () => {
    driver.sandbox.set({ measurements: false });
    await driver.open('fr');
    const results = await driver.fillAll(shirt.form('fr'));
    expect(wrong(results).map(({ field, is }) => [field, is])).toEqual([['measurements', 'absent']]);
  });
});
