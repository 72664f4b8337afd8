import type { FieldError } from '../item-body.ts';
import { boot } from './page-data.ts';

export type Answer<T> = { ok: true; value: T } | { ok: false; status: number; errors: FieldError[]; code: number };

const anonId = (): string => /(?:^|;\s*)anon_id=([^;]+)/.exec(document.cookie)?.[1] ?? '';

const headers = (): Record<string, string> => ({
  accept: 'application/json',
  locale: boot.locale,
  'x-csrf-token': boot.csrf,
  'x-anon-id': anonId(),
  'x-money-object': 'true',
  'x-enable-multiple-size-groups': 'true',
  'x-upload-form': 'true',
});

type Refused = { errors?: FieldError[]; code?: number; url?: string };

/** A refused call brings the challenge over the page it was made from. */
function showChallenge(url: string): void {
  const frame = document.createElement('iframe');
  Object.assign(frame, { src: url, title: 'DataDome CAPTCHA', className: 'challenge' });
  document.body.append(frame);
}

/** One call as the site's own page makes it; a failure is a value. */
export async function call<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
  const isForm = body instanceof FormData;
  const type: Record<string, string> = body === undefined || isForm ? {} : { 'content-type': 'application/json' };
  const payload = body === undefined ? null : isForm ? body : JSON.stringify(body);
  try {
    const response = await fetch(`/api/v2/${path}`, {
      method,
      headers: { ...headers(), ...type },
      body: payload,
    });
    if (response.status === 401) {
      window.dispatchEvent(new CustomEvent('leaving'));
      location.assign(`/member/signup/select_type?ref_url=${encodeURIComponent(location.pathname)}`);
    }
    const value = (await response.json().catch(() => ({}))) as T & Refused;
    if (response.ok) return { ok: true, value };
    if (value.url?.includes('captcha-delivery')) showChallenge(value.url);
    return {
      ok: false,
      status: response.status,
      errors: value.errors ?? [],
      code: value.code ?? 0,
    };
  } catch {
    return { ok: false, status: 0, errors: [], code: 0 };
  }
}
