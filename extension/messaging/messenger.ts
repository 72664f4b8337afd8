import * as z from 'zod/mini';
import { browser, type Browser } from 'wxt/browser';

import type { Failure } from '../../shared/failure.ts';
import { backgroundProtocol, type BackgroundMessage } from './background-protocol.ts';
import { MessageError, toFailure } from './failures.ts';
import { pageProtocol, type PageMessage } from './page-protocol.ts';

type Contract = { in: z.ZodMiniType; out: z.ZodMiniType };
type Sender = Browser.runtime.MessageSender;
type Envelope = { vintedbot: string; input: unknown };
type Reply = { ok: true; value: unknown } | { ok: false; failure: Failure };

export type BackgroundIn<M extends BackgroundMessage> = z.infer<(typeof backgroundProtocol)[M]['in']>;
export type BackgroundOut<M extends BackgroundMessage> = z.infer<(typeof backgroundProtocol)[M]['out']>;
export type PageIn<M extends PageMessage> = z.infer<(typeof pageProtocol)[M]['in']>;
export type PageOut<M extends PageMessage> = z.infer<(typeof pageProtocol)[M]['out']>;

const envelope = z.object({ vintedbot: z.string(), input: z.optional(z.unknown()) });
const reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.optional(z.unknown()) }),
  z.object({
    ok: z.literal(false),
    failure: z.object({
      code: z.string(),
      message: z.string(),
      field: z.optional(z.string()),
      retryAfter: z.optional(z.number()),
    }),
  }),
]);

/** Ask the background worker. Throws `MessageError` when it refused or died (its outcome is then unknown). */
export async function ask<M extends BackgroundMessage>(type: M, input: BackgroundIn<M>): Promise<BackgroundOut<M>> {
  return unwrap(backgroundProtocol[type], browser.runtime.sendMessage({ vintedbot: type, input } satisfies Envelope));
}

/** Ask the content script in the top frame of one tab. */
export async function askTab<M extends PageMessage>(tabId: number, type: M, input: PageIn<M>): Promise<PageOut<M>> {
  const message = { vintedbot: type, input } satisfies Envelope;
  return unwrap(pageProtocol[type], browser.tabs.sendMessage(tabId, message, { frameId: 0 }));
}

async function unwrap<T>(contract: Contract, sent: Promise<unknown>): Promise<T> {
  const raw = await sent.catch((error: unknown) => {
    throw new MessageError({ code: 'no-answer', message: error instanceof Error ? error.message : String(error) });
  });
  const parsed = reply.safeParse(raw);
  if (!parsed.success) throw new MessageError({ code: 'no-answer', message: 'Nobody answered the message.' });
  // zod/mini's optional keys carry `undefined`, which Failure's exact optionals do not: same value, narrower type.
  if (!parsed.data.ok) throw new MessageError(parsed.data.failure as Failure);
  // The schema is the contract's own `out`, so its output is the type the caller asked for.
  return contract.out.parse(parsed.data.value) as T;
}

export type BackgroundHandlers = {
  [M in BackgroundMessage]: (input: BackgroundIn<M>, sender: Sender) => Promise<BackgroundOut<M>>;
};
export type PageHandlers = { [M in PageMessage]: (input: PageIn<M>) => Promise<PageOut<M>> };

/** Serve the background's messages. `senderIs` tells what kind of context sent one; `undefined` = not ours, dropped. */
export function serveBackground(
  handlers: BackgroundHandlers,
  senderIs: (sender: Sender) => 'page' | 'extension' | undefined,
): () => void {
  return listen((type, input, sender) => {
    if (!Object.hasOwn(backgroundProtocol, type)) return undefined;
    const message = type as BackgroundMessage;
    const kind = senderIs(sender);
    if (!kind || !backgroundProtocol[message].from.some((from) => from === kind)) return undefined;
    return run(backgroundProtocol[message], input, (parsed) => handlers[message](parsed as never, sender));
  });
}

/** Serve the content script's messages; `own` handlers answer as long as `signal` is not aborted. */
export function servePage(handlers: PageHandlers, signal: AbortSignal): void {
  const stop = listen((type, input) => {
    if (!Object.hasOwn(pageProtocol, type)) return undefined;
    const message = type as PageMessage;
    return run(pageProtocol[message], input, (parsed) => handlers[message](parsed as never));
  });
  signal.addEventListener('abort', stop, { once: true });
}

async function run(contract: Contract, input: unknown, handle: (input: unknown) => Promise<unknown>): Promise<Reply> {
  try {
    const parsed = contract.in.safeParse(input);
    if (!parsed.success) return refused(z.prettifyError(parsed.error));
    return { ok: true, value: await handle(parsed.data) };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}

const refused = (message: string): Reply => ({
  ok: false,
  failure: { code: 'bad-message', message: message.slice(0, 2_000) },
});

function listen(answer: (type: string, input: unknown, sender: Sender) => Promise<Reply> | undefined): () => void {
  const listener = (raw: unknown, sender: Sender, respond: (reply: Reply) => void): true | undefined => {
    const message = envelope.safeParse(raw);
    if (!message.success || sender.id !== browser.runtime.id) return undefined;
    const answered = answer(message.data.vintedbot, message.data.input, sender);
    if (!answered) return undefined;
    void answered.then(respond);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
