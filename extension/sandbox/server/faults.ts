import type { Endpoint, Fault, Switches } from '../switches.ts';

const table: readonly [method: string, path: RegExp, endpoint: Endpoint][] = [
  ['POST', /^\/api\/v2\/item_upload\/items$/, 'publish'],
  ['PUT', /^\/api\/v2\/item_upload\/items\/\d+$/, 'edit'],
  ['GET', /^\/api\/v2\/item_upload\/items\/\d+$/, 'listing'],
  ['POST', /^\/api\/v2\/item_upload\/drafts\/\d+\/completion$/, 'completion'],
  ['*', /^\/api\/v2\/item_upload\/drafts/, 'draft'],
  ['POST', /^\/api\/v2\/photos$/, 'photo'],
  ['GET', /^\/api\/v2\/wardrobe\//, 'wardrobe'],
  ['POST', /^\/api\/v2\/item_upload\/attributes$/, 'attributes'],
  ['POST', /^\/api\/v2\/items\/\d+\/delete$/, 'delete'],
  ['PUT', /^\/api\/v2\/items\/\d+\/is_hidden$/, 'hide'],
  ['GET', /^\/api\/v2\/users\//, 'member'],
  ['*', /^\/api\/v2\/(conversations|inbox|followed_users|offer_requests|transactions)/, 'messages'],
  ['*', /^\/api\//, 'form-data'],
  ['GET', /^\/(?!__sandbox|assets|t\/|tc\/|favicon)/, 'page'],
];

export function endpointOf(method: string, path: string): Endpoint | null {
  return table.find(([verb, pattern]) => (verb === '*' || verb === method) && pattern.test(path))?.[2] ?? null;
}

type Count = { seen: number; played: number };
const counts = new WeakMap<Fault, Count>();

function isDue(fault: Fault): boolean {
  const count = counts.get(fault) ?? { seen: 0, played: 0 };
  const due = count.seen >= (fault.skip ?? 0) && (fault.times === 'always' || count.played < (fault.times ?? 1));
  counts.set(fault, { seen: count.seen + 1, played: count.played + (due ? 1 : 0) });
  return due;
}

/** The fault this request meets, counted as played; each fault counts only the requests it is meant for. */
export function takeFault(switches: Switches, endpoint: Endpoint): Fault | null {
  return switches.faults.find((fault) => (fault.at === endpoint || fault.at === 'any') && isDue(fault)) ?? null;
}
