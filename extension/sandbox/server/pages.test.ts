import { describe, expect, it } from 'vitest';

import { seedItem } from '../state.ts';
import { siteForTests } from './site-for-tests.ts';

const host = (name: string): Record<string, string> => ({ host: name });

describe('pages', () => {
  it('carry token, language and cookies', async () => {
    const { ask } = siteForTests();
    const page = await ask('GET', '/items/new', undefined, host('www.vinted.de'));
    expect(page.text).toContain('<html lang="de">');
    expect(page.text).toContain('CSRF_TOKEN');
    expect(page.headers.getSetCookie().join()).toMatch(/anon_id=.*_vinted_fr_session=/);
  });

  it.each([
    ['www.vinted.fr', 'fr'],
    ['www.vinted.be', 'fr'],
    ['www.vinted.at', 'de'],
    ['www.vinted.co.uk', 'en'],
    ['www.vinted.pl', 'en'],
    ['127.0.0.1:8443', 'fr'],
  ])('%s speaks %s', async (name, language) => {
    const { ask } = siteForTests();
    expect((await ask('GET', '/', undefined, host(name))).text).toContain(`<html lang="${language}">`);
  });

  it('send the logged-out to the login page with the way back', async () => {
    const { ask } = siteForTests({ signedInAs: null });
    expect((await ask('GET', '/items/new')).headers.get('location')).toBe(
      '/member/signup/select_type?ref_url=%2Fitems%2Fnew',
    );
    expect((await ask('GET', '/member/101')).status).toBe(200);
  });

  it('bounce a direct load of the form, not the way through the header', async () => {
    const { ask } = siteForTests({ newListing: 'bounces-home' });
    expect((await ask('GET', '/items/new')).headers.get('location')).toBe('/');
    expect((await ask('GET', '/items/new', undefined, { referer: 'https://www.vinted.fr/' })).status).toBe(200);
  });

  it('give a listing its canonical address, its data and, once gone, a 404 without a token', async () => {
    const { site, ask } = siteForTests();
    const item = seedItem(site.state, { body: { title: 'Robe d’été </script>', price: 10 } }, 0);
    const canonical = (await ask('GET', `/items/${item.id}`)).headers.get('location')!;
    expect(canonical).toMatch(new RegExp(`^/items/${item.id}-robe-d-ete`));
    const page = (await ask('GET', canonical)).text;
    expect(page).toContain('application/ld+json');
    expect(page).not.toContain('été </script>');
    item.deletedAt = 1;
    const gone = await ask('GET', canonical);
    expect(gone.status).toBe(404);
    expect(gone.text).not.toContain('CSRF_TOKEN');
  });

  it('open only own drafts for editing', async () => {
    const { site, ask } = siteForTests();
    const { id } = seedItem(site.state, { isDraft: true, memberId: 102, body: {} }, 0);
    expect((await ask('GET', `/items/${id}/edit`)).text).toContain('"page":"wrong"');
    site.switches.signedInAs = 102;
    expect((await ask('GET', `/items/${id}/edit`)).text).toContain('"page":"edit"');
  });
});

describe('form data', () => {
  it('is asked by category, brand and language', async () => {
    const { ask } = siteForTests();
    const read = async (path: string) => JSON.stringify((await ask('GET', `/api/v2/${path}`)).json());
    expect(await read('item_upload/brands?keyword=levi')).toContain("Levi's");
    expect(await read('item_upload/size_groups?catalog_id=221')).toContain('"id":4');
    expect(await read('item_upload/conditions?catalog_id=3661')).toContain('Certaines pièces');
    expect(await read('catalogs/search?keyword=blousons%20aviateur')).toContain('1223');
    expect(await read('item_upload/catalogs')).toContain('Femmes');
  });

  it('fills the attributes for the page’s own call only', async () => {
    const { ask } = siteForTests();
    const body = {
      attributes: [
        { code: 'category', value: [3661] },
        { code: 'brand', value: [109_048] },
      ],
    };
    const own = (await ask('POST', '/api/v2/item_upload/attributes', body)).json<{
      attributes: { code: string }[];
    }>();
    expect(own.attributes.map(({ code }) => code)).toEqual([
      'brand',
      'condition',
      'color',
      'model',
      'internal_memory_capacity',
      'sim_lock',
    ]);
    const other = await ask('POST', '/api/v2/item_upload/attributes', body, { 'x-upload-form': '' });
    expect(other.json()).toMatchObject({ attributes: [] });
  });

  it('needs a session, except the colours', async () => {
    const { ask } = siteForTests({ signedInAs: null });
    expect((await ask('GET', '/api/v2/item_upload/catalogs')).status).toBe(401);
    expect((await ask('GET', '/api/v2/colors')).status).toBe(200);
  });
});

describe('members', () => {
  it('change with the switch', async () => {
    const { site, ask } = siteForTests();
    expect((await ask('GET', '/api/v2/users/current')).json()).toMatchObject({
      user: { id: 101, login: 'camille_d', currency: 'EUR' },
    });
    site.switches.signedInAs = 102;
    expect((await ask('GET', '/api/v2/users/current')).json()).toMatchObject({ user: { id: 102 } });
  });

  it('follow by a toggle', async () => {
    const { site, ask } = siteForTests();
    await ask('POST', '/api/v2/followed_users/toggle', { user_id: 102 });
    expect(site.state.members[0]?.followingIds).toEqual([]);
    await ask('POST', '/api/v2/followed_users/toggle', { user_id: 102 });
    expect(site.state.members[0]?.followingIds).toEqual([102]);
  });
});
