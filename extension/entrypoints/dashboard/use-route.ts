import { useEffect, useState } from 'preact/hooks';

import { hashOf, parseRoute, type Route } from './route.ts';

export const go = (route: Route): void => {
  location.hash = hashOf(route);
};

export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = (): void => setRoute(parseRoute(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return route;
}
