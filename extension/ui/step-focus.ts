const back = { horizontal: 'ArrowLeft', vertical: 'ArrowUp' } as const;
const forth = { horizontal: 'ArrowRight', vertical: 'ArrowDown' } as const;

/** Arrow keys, Home and End move the focus among the matching elements inside the one that listens. */
export function stepFocus(event: KeyboardEvent, selector: string, along: 'horizontal' | 'vertical'): void {
  const home = event.currentTarget as HTMLElement;
  const all = [...home.querySelectorAll<HTMLElement>(`${selector}:not(:disabled)`)];
  // `getRootNode`: inside a shadow root `document.activeElement` is only the host.
  const active = (home.getRootNode() as Document | ShadowRoot).activeElement as HTMLElement | null;
  const at = active ? all.indexOf(active) : -1;
  const next = { [back[along]]: at - 1, [forth[along]]: at + 1, Home: 0, End: all.length - 1 }[event.key];
  if (next === undefined || all.length === 0) return;
  event.preventDefault();
  all[(next + all.length) % all.length]?.focus();
}
