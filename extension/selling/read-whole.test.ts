import { expect, it } from 'vitest';

import { fakeSite } from './fake-site.ts';
import { IncompleteList, readWhole } from './read-whole.ts';

it('is no proof of anything where it does not add up', async () => {
  const fake = fakeSite();
  await fake.site.submit(1, '', fake.form(), 'publish');
  expect((await readWhole(fake.site, 1, '7')).items).toHaveLength(1);
  fake.faults.shortList = true;
  await expect(readWhole(fake.site, 1, '7')).rejects.toThrow(IncompleteList);
});
