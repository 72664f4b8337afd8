import type { ListingForm } from '../../shared/listing-form.ts';
import type { ListingStatus } from '../../shared/listing.ts';
import type { WardrobeItem } from '../../shared/wardrobe.ts';
import { fakeSite, type FakeListing } from './fake-site.ts';
import type { ActResult, RelistSite } from './relist-site.ts';

/** A Vinted in memory on which own listings can be read, hidden and deleted. `bytesOf` = the bytes our side uploads. */
export function fakeOwnSite(bytesOf: (photoId: string) => Promise<Blob>) {
  const fake = fakeSite();
  const { call, listings, clock } = fake;
  const acts = {
    refuseHide: false,
    refuseDelete: false,
    /** Each act happens, but its answer is lost. */
    loseAnswers: false,
    /** Photos the site cannot serve any more. */
    lostPhotos: false,
    demanded: [] as (keyof ListingForm)[],
    /** How many looks find an empty form: the page was lost with its tab. */
    emptyForms: 0,
    underReview: false,
    inTalks: false,
    /** Own photos of the pretend site, by id. */
    photos: new Map<string, Blob>(),
    /** Where the tab was brought last. */
    path: null as string | null,
    /** Every change of a listing the site made for us. */
    done: [] as string[],
  };
  const find = (id: string): FakeListing | undefined =>
    listings.find((one) => one.id === id && one.visibleAt <= clock.now);

  const change = (id: string, refused: boolean, work: (listing: FakeListing) => void): Promise<ActResult> =>
    call(() => {
      const listing = find(id);
      if (!listing) return { is: 'absent', why: '' };
      if (refused || listing.isSold || listing.isProcessing) return { is: 'refused', why: 'Not possible.' };
      work(listing);
      return acts.loseAnswers ? { is: 'unclear', why: 'No answer.' } : { is: 'done', why: '' };
    });

  const remove = (listing: FakeListing): void => {
    acts.done.push(`delete ${listing.id}`);
    listings.splice(listings.indexOf(listing), 1);
  };

  const edited = (): FakeListing | undefined => find(/^\/items\/(\d+)\/edit$/.exec(acts.path ?? '')?.[1] ?? '');

  const site: RelistSite = {
    ...fake.site,
    snapshot: () => {
      const listing = edited();
      return listing ? call(() => ({ ...structuredClone(listing.form), photos: [] })) : fake.site.snapshot(1);
    },
    submit: (tab, token, wanted, how) => {
      const listing = edited();
      if (!listing) return fake.site.submit(tab, token, wanted, how);
      return call(() => {
        const { price } = fake.form();
        if (price) Object.assign(listing, { price, form: { ...listing.form, price } });
        acts.done.push(`save ${listing.id}`);
        if (fake.faults.loseAnswer) throw new Error('The page was closed.');
        return { is: 'accepted', itemId: listing.id, underReview: false, errors: [] };
      });
    },
    readListing: (_tab, id) =>
      call(() => {
        const listing = find(id);
        if (!listing) return { is: 'absent' as const };
        return {
          is: 'there' as const,
          form: { ...structuredClone(listing.form), photos: [] },
          photos: listing.form.photos.map(({ id: photo }) => ({
            url: `https://images/${id}/${photo}`,
            orientation: 0,
          })),
          status: statusOf(listing),
          isReserved: listing.isReserved,
          inTalks: acts.inTalks,
        };
      }),
    demanded: () =>
      call(() => {
        if (acts.emptyForms <= 0) return acts.demanded;
        acts.emptyForms -= 1;
        return ['photos', 'title'];
      }),
    hideHere: (_tab, id, hidden) =>
      change(id, acts.refuseHide, (listing) => {
        acts.done.push(`${hidden ? 'hide' : 'unhide'} ${id}`);
        listing.isHidden = hidden;
      }),
    act: (_tab, _token, id, what) =>
      change(id, what === 'delete' && acts.refuseDelete, (listing) => {
        if (what === 'delete') remove(listing);
        else listing.isHidden = what === 'hide';
      }),
    async photoBytes(url) {
      const [, id = ''] = /([^/]+)$/.exec(url) ?? [];
      await call(() => {});
      if (acts.lostPhotos) throw new Error('404');
      return acts.photos.get(id) ?? bytesOf(id);
    },
  };

  /** A listing that is there already, with its photos' bytes. */
  const list = (
    id: string,
    form: ListingForm,
    photos: readonly Blob[],
    item: Partial<WardrobeItem> = {},
  ): FakeListing => {
    const ids = photos.map((_, index) => `${id}-${index}`);
    for (const [index, photo] of photos.entries()) acts.photos.set(`${id}-${index}`, photo);
    const listing: FakeListing = {
      id,
      title: form.title ?? '',
      price: form.price,
      isDraft: false,
      isProcessing: false,
      isHidden: false,
      isReserved: false,
      isClosed: false,
      isSold: false,
      createdAt: 1,
      visibleAt: 0,
      ...item,
      form: {
        ...form,
        photos: ids.map((photo, index) => ({
          id: photo,
          name: '',
          type: 'image/jpeg',
          bytes: photos[index]?.size ?? 0,
        })),
      },
    };
    listings.push(listing);
    return listing;
  };

  return { ...fake, site, acts, list, find: (id: string) => listings.find((one) => one.id === id) };
}

function statusOf({ isSold, isProcessing, isReserved, isHidden, isDraft, isClosed }: WardrobeItem): ListingStatus {
  if (isSold) return 'sold';
  if (isClosed) return 'closed';
  if (isProcessing) return 'under-review';
  if (isDraft) return 'draft';
  if (isReserved) return 'reserved';
  return isHidden ? 'hidden' : 'active';
}
