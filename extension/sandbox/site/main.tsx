/** @jsxImportSource react */
import { useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

import { SellPage } from './form/sell-page.tsx';
import { ConsentBanner, CountryPicker, Header } from './overlays.tsx';
import { boot, switches } from './page-data.ts';
import { Followers } from './pages/followers.tsx';
import { ItemPage } from './pages/item.tsx';
import { Banned, Home, Inbox, Login, Missing, Wrong } from './pages/plain.tsx';
import { Wardrobe } from './pages/wardrobe.tsx';

const pages: Record<typeof boot.page, () => ReactNode> = {
  home: Home,
  sell: SellPage,
  edit: SellPage,
  item: ItemPage,
  wardrobe: Wardrobe,
  followers: Followers,
  inbox: Inbox,
  login: Login,
  banned: Banned,
  missing: Missing,
  wrong: Wrong,
};

/** Until hydration ends the page looks finished but hears nothing; then every node is replaced. */
function Site(): ReactNode {
  const [alive, setAlive] = useState(switches.hydrationMs === 0);
  useEffect(() => {
    const timer = setTimeout(() => setAlive(true), switches.hydrationMs);
    return () => clearTimeout(timer);
  }, []);
  const Page = pages[boot.page];
  return (
    <div key={alive ? 'alive' : 'cold'} className="site">
      <Header />
      <Page />
      <ConsentBanner />
      <CountryPicker />
    </div>
  );
}

const deafTo = ['click', 'pointerdown', 'mousedown', 'pointerup', 'mouseup', 'input', 'change', 'keydown', 'drop'];
const root = document.querySelector('#__next')!;
if (switches.hydrationMs > 0) {
  const until = performance.now() + switches.hydrationMs;
  const deafen = (event: Event): void => {
    if (performance.now() < until) event.stopImmediatePropagation();
  };
  for (const type of deafTo) root.addEventListener(type, deafen, true);
}
createRoot(root).render(<Site />);
