import { browser } from 'wxt/browser';

/** Shows a note of the browser's own; one of the same `id` replaces the one before. */
export async function notify(id: string, message: string): Promise<void> {
  const iconUrl = browser.runtime.getURL('/icon/128.png');
  await browser.notifications.create(id, { type: 'basic', iconUrl, title: 'VintedBot', message });
}
