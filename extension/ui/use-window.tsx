import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { windowOf } from './window-of.ts';

type Shape = { rowHeight: number; columnsAt: (width: number) => number };

/** Which part of a long list to draw while the page scrolls: attach `home` to the element that holds all of it. */
export function useWindow<E extends HTMLElement>(count: number, { rowHeight, columnsAt }: Shape) {
  const home = useRef<E>(null);
  const [view, setView] = useState({ top: 0, height: 900, columns: 1 });
  useLayoutEffect(() => {
    let frame = 0;
    const measure = (): void => {
      frame = 0;
      const box = home.current?.getBoundingClientRect();
      if (!box) return;
      const next = { top: Math.max(0, -box.top), height: window.innerHeight, columns: columnsAt(box.width) };
      setView((before) =>
        before.top === next.top && before.height === next.height && before.columns === next.columns ? before : next,
      );
    };
    const later = (): void => {
      frame ||= requestAnimationFrame(measure);
    };
    measure();
    const sizes = new ResizeObserver(later);
    if (home.current) sizes.observe(home.current);
    window.addEventListener('scroll', later, { passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      window.removeEventListener('scroll', later);
      window.removeEventListener('resize', later);
    };
  }, []);
  return { home, columns: view.columns, ...windowOf(count, { ...view, rowHeight, overscan: 2 }) };
}
