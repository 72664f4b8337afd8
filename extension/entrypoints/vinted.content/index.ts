import { defineContentScript } from 'wxt/utils/define-content-script';

import { markets } from '../../vinted/markets.ts';

export default defineContentScript({
  matches: markets.map((market) => `https://${market.host}/*`),
  runAt: 'document_idle',
  main() {},
});
