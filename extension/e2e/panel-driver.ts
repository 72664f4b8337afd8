import type { CDPSession, Page } from 'playwright-core';

/** Uses the panel as a person does: its root is closed to the page and to Playwright, so eyes and hands go through CDP. */
export interface PanelDriver {
  isShown(): Promise<boolean>;
  /** All words in it, in order. */
  text(): Promise<string>;
  /** A real (trusted) click on the button with this name. */
  click(name: string): Promise<void>;
  /** A click a script of the page could make, were the root open to it. */
  scriptedClick(name: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Chooses files as the file dialog would. */
  choosePhotos(files: string[]): Promise<void>;
  box(): Promise<{ x: number; y: number; width: number; height: number }>;
  /** Runs in the page with the panel's root as `this`. */
  ask<T>(look: (this: ShadowRoot) => T): Promise<T>;
  /** Lets tools that look for `element.shadowRoot` (axe) see inside. */
  open(): Promise<void>;
}

const HOST = 'vintedbot-panel';

export async function drivePanel(page: Page): Promise<PanelDriver> {
  const cdp = await page.context().newCDPSession(page);

  const findRoot = async (): Promise<string | undefined> => {
    const { result } = await cdp.send('Runtime.evaluate', { expression: `document.querySelector('${HOST}')` });
    if (!result.objectId) return undefined;
    const { node } = await cdp.send('DOM.describeNode', { objectId: result.objectId, depth: 1, pierce: true });
    const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
    if (backendNodeId === undefined) return undefined;
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId });
    return object.objectId;
  };

  const root = async (): Promise<string> => {
    const found = await findRoot();
    if (!found) throw new Error('No panel on this page.');
    return found;
  };

  const call = async <T>(source: string, ...values: unknown[]): Promise<T> => {
    const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
      objectId: await root(),
      functionDeclaration: source,
      arguments: values.map((value) => ({ value })),
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    // What the function in the page returned; its type is that function's.
    return result.value as T;
  };

  const middleOf = (name: string): Promise<{ x: number; y: number }> => call(String(findMiddle), name);

  return {
    isShown: async () => (await findRoot()) !== undefined,
    text: () => call('function () { return this.querySelector("section").innerText; }'),
    async click(name) {
      const { x, y } = await middleOf(name);
      await page.mouse.click(x, y);
    },
    scriptedClick: (name) => call(`function (name) { (${String(findButton)})(this, name).click(); }`, name),
    type: (text) => page.keyboard.type(text),
    async choosePhotos(files) {
      await setFiles(cdp, await root(), files);
    },
    box: () => call('function () { return this.querySelector("section").getBoundingClientRect().toJSON(); }'),
    ask: (look) => call(`function () { return (${String(look)}).call(this); }`),
    open: () =>
      call('function () { Object.defineProperty(this.host, "shadowRoot", { value: this, configurable: true }); }'),
  };

  /** Runs in the page: the middle of the named button, scrolled into sight. */
  function findMiddle(this: ShadowRoot, name: string): { x: number; y: number } {
    const buttons = [...this.querySelectorAll<HTMLElement>('button')];
    const found = buttons.find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(name));
    if (!found) throw new Error(`No button "${name}" in: ${this.querySelector('section')?.textContent}`);
    found.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = found.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }

  function findButton(within: ShadowRoot, name: string): HTMLElement | undefined {
    return [...within.querySelectorAll<HTMLElement>('button')].find((one) =>
      (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(name),
    );
  }
}

async function setFiles(cdp: CDPSession, rootId: string, files: string[]): Promise<void> {
  const { result } = await cdp.send('Runtime.callFunctionOn', {
    objectId: rootId,
    functionDeclaration: 'function () { return this.querySelector("input[type=file]"); }',
  });
  if (!result.objectId) throw new Error('The panel offers no place for photos.');
  await cdp.send('DOM.setFileInputFiles', { objectId: result.objectId, files });
}
