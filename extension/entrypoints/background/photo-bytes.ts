import { MessageError } from '../../messaging/failures.ts';
import { photoHost } from '../../vinted/selectors.ts';

const patience = 30_000;
/** Vinted takes no photo beyond 9 MB (site.md §3.2); what it serves is smaller. */
const most = 20 * 1024 * 1024;

/** Bytes of one photo of Vinted's photo host, fetched here: a page is not let at them (site.md §1). */
export async function photoBytes(url: string): Promise<Blob> {
  if (!photoHost.test(url)) throw new MessageError({ code: 'photo-missing', message: 'That is no photo of Vinted.' });
  const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(patience) });
  const blob = response.ok ? await response.blob() : null;
  if (!blob || blob.size === 0 || blob.size > most || !blob.type.startsWith('image/'))
    throw new MessageError({ code: 'photo-missing', message: `The photo was answered with ${response.status}.` });
  return blob;
}
