import { defineContentScript } from 'wxt/utils/define-content-script';

import { ask, servePage } from '../../messaging/messenger.ts';
import { browserLayout } from '../../vinted/hand/layout.ts';
import { markets } from '../../vinted/markets.ts';
import { watchTraffic } from '../../vinted/pages/traffic.ts';
import { pageKind } from '../../vinted/urls.ts';
import { pageHandlers } from './page-handlers.ts';
import { pageLife } from './page-life.ts';
import { mountPanel } from './panel/mount-panel.tsx';

/** The product's hands on Vinted's pages: serves the worker's messages, tells it that it is here, shows the panel. */
export default defineContentScript({
  matches: markets.map((market) => `https://${market.host}/*`),
  runAt: 'document_idle',
  async main(context) {
    const life = pageLife(context.signal);
    const traffic = watchTraffic(location.origin, performance, life);
    servePage(pageHandlers({ document, layout: browserLayout(document), traffic, life }), life);
    const ready = await ask('page.ready', { page: pageKind(location.href) }).catch(() => null);
    if (ready?.panelAllowed) await mountPanel(life);
  },
});
