import { beforeEach, describe, expect, it } from 'vitest';

import { findBreak } from '../../engine/journal.ts';
import { machine, wanted } from './fake-machine.ts';

describe('publish flow', () => {
  let seller: ReturnType<typeof machine>;
  beforeEach(() => {
    seller = machine();
  });

  it('fills, verifies, publishes once and learns the id', async () => {
    await seller.queue();
    await seller.runOut(seller.boot());
    expect(await seller.job()).toMatchObject({ status: 'done', memberId: '7', leaseToken: null });
    expect(seller.fake.listings).toHaveLength(1);
    expect(seller.fake.listings[0]?.form).toEqual(wanted);
    expect(seller.published).toEqual([{ draftId: 'd', how: 'publish', vintedId: '100' }]);
    expect(findBreak(await seller.ledger.journal.orderBy('seq').toArray())).toBeNull();
  });

  it('saves a Vinted draft when asked, and only fills when asked for no more', async () => {
    const drafts = machine('draft');
    await drafts.queue();
    await drafts.runOut(drafts.boot());
    expect(drafts.fake.listings).toMatchObject([{ isDraft: true }]);
    const fills = machine('fill');
    await fills.queue();
    await fills.runOut(fills.boot());
    expect(fills.fake.listings).toEqual([]);
    expect(fills.fake.form()).toEqual(wanted);
  });

  it('finds its listing in the wardrobe when the answer was lost, and does not publish again', async () => {
    seller.fake.faults.loseAnswer = true;
    seller.fake.faults.lag = 20_000;
    await seller.queue();
    await seller.runOut(seller.boot());
    expect(await seller.job()).toMatchObject({ status: 'done' });
    expect(seller.fake.listings).toHaveLength(1);
    expect(seller.published).toMatchObject([{ vintedId: '100' }]);
  });

  it('tries an unclear submit again only in bounds, then hands it over', async () => {
    seller.fake.faults.submitResult = { is: 'unclear', itemId: null, underReview: false, errors: [] };
    await seller.queue();
    await seller.runOut(seller.boot());
    expect(await seller.job()).toMatchObject({ status: 'needs-user' });
    expect(seller.fake.listings).toHaveLength(0);
  });

  it('fills again what a late re-render lost before it submits', async () => {
    seller.fake.faults.loses = 'price';
    await seller.queue();
    await seller.runOut(seller.boot());
    expect(seller.fake.listings[0]?.form.price).toEqual(wanted.price);
  });

  it('settles by itself once the line is back, however long it was down, and nobody is paused', async () => {
    const { faults, listings } = seller.fake;
    faults.loseAnswer = true;
    let down = 0;
    faults.before = () => {
      if (listings.length > 0 && (down += 1) < 100) throw new Error('offline');
    };
    await seller.queue();
    await seller.runOut(seller.boot());
    expect(down).toBeGreaterThan(99);
    expect(await seller.job()).toMatchObject({ status: 'done', failure: null });
    expect(await seller.accounts.paused()).toEqual([]);
    expect(listings).toHaveLength(1);
  });

  it('waits for the line before the submit too, without counting it as a failed try', async () => {
    let down = 0;
    seller.fake.faults.before = (call) => {
      if (call > 6 && (down += 1) < 100) throw new Error('offline');
    };
    await seller.queue();
    await seller.runOut(seller.boot());
    expect(await seller.job()).toMatchObject({ status: 'done', failure: null });
    expect(seller.fake.listings.map(({ form }) => form)).toEqual([wanted]);
  });

  it('asks for a field that was not taken only after a fresh form did not take it either', async () => {
    const { faults, listings } = seller.fake;
    faults.broken = { field: 'size', is: 'refused', times: 1 };
    await seller.queue('one');
    await seller.runOut(seller.boot());
    expect(listings.map(({ form }) => form)).toEqual([wanted]);
    faults.broken = { field: 'size', is: 'refused', times: 2 };
    await seller.queue('two');
    await seller.runOut(seller.boot());
    expect(await seller.job('two')).toMatchObject({ status: 'needs-user', failure: { code: 'rejected-field' } });
    expect(listings).toHaveLength(1);
  });

  it('hands a refused field and a swallowed click to the seller', async () => {
    const errors = [{ field: 'size', text: 'Le champ Taille doit être renseigné' }];
    seller.fake.faults.submitResult = { is: 'rejected', itemId: null, underReview: false, errors };
    await seller.queue();
    await seller.runOut(seller.boot());
    expect(await seller.job()).toMatchObject({
      status: 'needs-user',
      failure: { code: 'rejected-field', field: 'size' },
    });
    const second = machine();
    second.fake.faults.submitResult = { is: 'no-effect', itemId: null, underReview: false, errors: [] };
    await second.queue();
    await second.runOut(second.boot());
    expect(await second.job()).toMatchObject({ status: 'needs-user', failure: { code: 'needs-real-click' } });
  });

  it('pauses the account at a wall, writes nothing, and goes on only when a person says so', async () => {
    seller.fake.faults.wall = { kind: 'captcha', evidence: 'captcha-delivery', retryAfter: null };
    await seller.queue();
    const engine = seller.boot();
    await seller.runOut(engine);
    expect(await seller.accounts.paused()).toMatchObject([{ pause: { kind: 'captcha' } }]);
    seller.fake.faults.wall = null;
    await seller.runOut(engine);
    expect(seller.fake.listings).toHaveLength(0);
    for (const { key } of await seller.accounts.paused()) await seller.accounts.resume(key);
    await seller.runOut(engine);
    expect(seller.fake.listings).toHaveLength(1);
  });

  it('opens a form that came incomplete once more, and only then calls it a wall', async () => {
    const { faults, listings } = seller.fake;
    const wall = { kind: 'unknown-layout', evidence: 'not found: photos', retryAfter: null } as const;
    let shown = 0;
    faults.before = () => (faults.wall = (shown += 1) === 1 ? wall : null);
    await seller.queue('one');
    await seller.runOut(seller.boot());
    expect(listings).toHaveLength(1);
    faults.before = null;
    faults.wall = wall;
    await seller.queue('two');
    await seller.runOut(seller.boot());
    expect(await seller.accounts.paused()).toMatchObject([{ pause: { kind: 'unknown-layout' } }]);
    expect(listings).toHaveLength(1);
  });

  it('does nothing when another member is signed in than the job was made for', async () => {
    await seller.queue();
    await seller.ledger.jobs.update('job', { memberId: '8' });
    await seller.runOut(seller.boot());
    expect(seller.fake.listings).toHaveLength(0);
    expect(await seller.job()).toMatchObject({ failure: { code: 'wall-wrong-member' } });
  });

  it('asks the wardrobe, then the seller, when the answer names a listing that was there before', async () => {
    await seller.queue('one');
    await seller.runOut(seller.boot());
    const older = seller.fake.listings[0]?.id ?? '';
    seller.fake.faults.submitResult = { is: 'accepted', itemId: older, underReview: false, errors: [] };
    await seller.queue('two');
    await seller.runOut(seller.boot());
    expect(await seller.job('two')).toMatchObject({ status: 'needs-user' });
    expect(seller.published).toEqual([{ draftId: 'd', how: 'publish', vintedId: older }]);
  });

  it('asks the seller where our script may not run in the page any more, and goes on from there', async () => {
    await seller.queue();
    seller.world.pageAnswers = false;
    const engine = seller.boot();
    await seller.runOut(engine);
    expect(await seller.job()).toMatchObject({ status: 'needs-user', failure: { code: 'keeps-failing' } });
    expect(seller.fake.calls()).toBe(0);
    seller.world.pageAnswers = true;
    await engine.retryJob('job');
    await seller.runOut(engine);
    expect(await seller.job()).toMatchObject({ status: 'done' });
    expect(seller.fake.listings).toHaveLength(1);
  });

  it('opens the form through the header where a direct load bounces', async () => {
    seller.fake.faults.page = 'home';
    await seller.queue();
    await seller.runOut(seller.boot());
    expect(seller.fake.listings).toHaveLength(1);
  });

  it('keeps the red button pressed over a restart', async () => {
    await seller.queue();
    seller.world.stopped = true;
    await seller.runOut(seller.boot());
    await seller.runOut(seller.boot());
    expect(seller.fake.calls()).toBe(0);
    seller.world.stopped = false;
    await seller.runOut(seller.boot());
    expect(seller.fake.listings).toHaveLength(1);
  });

  it('keeps a minute between two publications, and counts before the click', async () => {
    await seller.queue('one');
    await seller.queue('two');
    await seller.runOut(seller.boot());
    const [first, second] = seller.fake.listings;
    expect((second?.createdAt ?? 0) - (first?.createdAt ?? 0)).toBeGreaterThanOrEqual(60_000);
  });

  it('hands over a stored job that does not fit this version, untouched', async () => {
    await seller.queue();
    await seller.ledger.jobs.update('job', { state: { version: 99 } });
    await seller.runOut(seller.boot());
    expect(await seller.job()).toMatchObject({
      status: 'needs-user',
      failure: { code: 'review' },
      state: { version: 99 },
    });
    expect(seller.fake.calls()).toBe(0);
  });
});
