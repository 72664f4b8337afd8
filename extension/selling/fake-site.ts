import type { FieldResult, SubmitResult } from '../../shared/page-results.ts';
import { type FormField, type ListingForm, nothingSaid } from '../../shared/listing-form.ts';
import type { Wall } from '../../shared/wall.ts';
import type { WardrobeItem } from '../../shared/wardrobe.ts';
import type { SellSite } from './sell-site.ts';

/** Thrown where the worker is killed: nothing after it runs, in this life. */
export class Killed extends Error {
  override name = 'Killed';
}

export type FakeListing = WardrobeItem & { form: ListingForm; visibleAt: number };

/** A Vinted in memory for unit tests: a form, a wardrobe, and faults at any call. It keeps what really took effect. */
export function fakeSite() {
  let form: ListingForm = structuredClone(nothingSaid);
  let calls = 0;
  let made = 0;
  const listings: FakeListing[] = [];
  const faults = {
    killAt: -1,
    /** Where in the call the worker dies: before the site did it, or after. */
    killWhen: 'before' as 'before' | 'after',
    wall: null as Wall | null,
    memberId: '7',
    submitResult: null as SubmitResult | null,
    loseAnswer: false,
    lag: 0,
    loses: null as FormField | null,
    /** In so many forms, one after the other, this field is refused, or not there at all. */
    broken: { field: null as FormField | null, is: 'refused' as 'refused' | 'absent', times: 0 },
    page: 'sell' as 'sell' | 'home',
    /** What else happens in the world right before this call. */
    before: null as ((call: number) => void) | null,
    /** The list leaves out its last listing, though it counts it. */
    shortList: false,
  };
  const clock = { now: 1_000_000 };

  async function call<T>(work: () => T): Promise<T> {
    calls += 1;
    faults.before?.(calls);
    const dies = calls === faults.killAt;
    if (dies && faults.killWhen === 'before') throw new Killed();
    const value = work();
    if (dies) throw new Killed();
    return value;
  }

  const publish = (how: 'publish' | 'draft'): string => {
    const id = String(100 + made);
    made += 1;
    listings.push({
      id,
      title: form.title ?? '',
      price: form.price,
      isDraft: how === 'draft',
      isProcessing: false,
      isHidden: false,
      isReserved: false,
      isClosed: false,
      isSold: false,
      createdAt: clock.now,
      form: structuredClone(form),
      visibleAt: clock.now + faults.lag,
    });
    form = structuredClone(nothingSaid);
    return id;
  };

  const site: SellSite = {
    probe: () =>
      call(() => ({
        page: faults.page,
        url: 'https://www.vinted.fr/items/new',
        member: { id: faults.memberId, login: 'me' },
        wall: faults.wall,
        language: 'fr',
      })),
    openForm: () =>
      call(() => {
        faults.page = 'sell';
      }),
    wardrobe: (_tab, _member, which) =>
      call(() => {
        const items = listings.filter((one) => one.isDraft === (which === 'draft') && one.visibleAt <= clock.now);
        return {
          items: items
            .slice(0, faults.shortList && which === 'active' ? -1 : undefined)
            .map(({ form: _, visibleAt: __, ...rest }) => rest),
          page: 1,
          pages: 1,
          total: items.length,
        };
      }),
    fill: (_tab, _token, wanted, field): Promise<FieldResult> =>
      call(() => {
        if (faults.broken.field === field && faults.broken.times > 0) {
          faults.broken.times -= 1;
          return { field, is: faults.broken.is, shows: '' };
        }
        form = { ...form, [field]: wanted[field] };
        return { field, is: 'filled', shows: '' };
      }),
    verify: (_tab, _token, wanted) =>
      call(() => {
        if (faults.loses) form = { ...form, [faults.loses]: null };
        faults.loses = null;
        const fields = Object.keys(wanted) as FormField[];
        return fields
          .filter((field) => JSON.stringify(form[field]) !== JSON.stringify(wanted[field]))
          .map((field) => ({ field, is: 'refused' as const, shows: JSON.stringify(form[field]) }));
      }),
    snapshot: () => call(() => structuredClone(form)),
    submit: (_tab, _token, _wanted, how) =>
      call(() => {
        if (faults.submitResult) return faults.submitResult;
        const itemId = publish(how);
        if (faults.loseAnswer) throw new Error('The page was closed.');
        return { is: 'accepted' as const, itemId, underReview: false, errors: [] };
      }),
  };
  return {
    site,
    call,
    listings,
    faults,
    clock,
    calls: () => calls,
    /** The tab is gone: what was typed into it too. */
    closeTab: () => {
      form = structuredClone(nothingSaid);
    },
    form: () => form,
  };
}
export type FakeSite = ReturnType<typeof fakeSite>;
