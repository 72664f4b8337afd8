/**
 * Runs in the dashboard before its own code: tells each step of taking in and of the analysis, and stands still (a
 * synchronous request) until it may go on. Before a write the transaction is open and nothing of it is on disk; after a
 * commit all of it is, and nobody has heard of it yet.
 */
export function tellSteps(url: string): void {
  if (!location.pathname.endsWith('/dashboard.html')) return;
  type Row = {
    state?: string;
    preparing?: string[];
    manifest?: unknown;
    serverJobId?: string | null;
    fields?: { title: { source: string } };
  };
  const tell = (step: string): void => {
    const request = new globalThis.XMLHttpRequest();
    request.open('GET', `${url}?${new URLSearchParams({ step })}`, false);
    try {
      request.send();
    } catch {
      // The test is over, or this page is being closed.
    }
  };
  const ofIntake = ({ state, preparing = [], manifest, serverJobId }: Row, stores: DOMStringList): string | null => {
    if (state === 'preparing') return preparing.length > 0 && stores.contains('photos') ? 'names' : null;
    if (state === 'grouping') return stores.contains('photos') ? 'stacks' : 'order of the stacks';
    if (state === 'done') return 'end';
    if (state !== 'analysing' || !manifest) return null;
    return serverJobId ? 'job' : stores.contains('photos') ? 'manifest' : null;
  };
  const ofDraft = ({ state, fields }: Row, stores: DOMStringList): string | null => {
    if (state === 'analysing') return fields?.title.source === 'seller' && stores.contains('undos') ? 'key' : null;
    return state === 'open' && !stores.contains('intakes') ? 'answer' : null;
  };
  type Kinds = Record<string, (row: Row, stores: DOMStringList) => string | null>;
  const ofNew: Kinds = { photos: () => 'photo', drafts: () => 'drafts' };
  const ofChanged: Kinds = { intakes: ofIntake, drafts: ofDraft };
  const stepsOf = new WeakMap<IDBTransaction, Set<string>>();
  const before = (store: IDBObjectStore, how: 'add' | 'put', row: Row): void => {
    const { transaction } = store;
    const stores = transaction.objectStoreNames;
    const own = stepsOf.get(transaction) ?? new Set();
    const kinds = how === 'add' ? ofNew : ofChanged;
    const step = kinds[store.name]?.(row, stores) ?? null;
    // What else such a transaction writes is a part of it.
    if (step === null || own.has('photo') || own.has('drafts') || own.has(step)) return;
    own.add(step);
    stepsOf.set(transaction, own);
    tell(`page writes ${step}`);
  };
  const { put, add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value: Row, key?: IDBValidKey) {
    before(this, 'put', value);
    return key === undefined ? put.call(this, value) : put.call(this, value, key);
  };
  IDBObjectStore.prototype.add = function (value: Row, key?: IDBValidKey) {
    before(this, 'add', value);
    return key === undefined ? add.call(this, value) : add.call(this, value, key);
  };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...given: Parameters<typeof transaction>) {
    const begun = transaction.apply(this, given);
    begun.addEventListener('complete', () => {
      for (const step of stepsOf.get(begun) ?? []) tell(`page wrote ${step}`);
    });
    return begun;
  };
  const { postMessage, addEventListener } = Worker.prototype;
  Worker.prototype.postMessage = function (...given: unknown[]) {
    tell('page hands a file over');
    (postMessage as (...all: unknown[]) => void).apply(this, given);
  };
  Worker.prototype.addEventListener = function (type: string, heard: unknown, options?: unknown) {
    const told = (event: Event): void => {
      tell('page gets a photo back');
      (heard as (event: Event) => void)(event);
    };
    (addEventListener as (...all: unknown[]) => void).call(this, type, type === 'message' ? told : heard, options);
  };
}
