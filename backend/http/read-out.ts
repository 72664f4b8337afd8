import type { IncomingMessage } from 'node:http';

const patience = 2_000;
const mostBytes = 32 * 1024 * 1024;

/**
 * Takes in the rest of a refused upload, within limits, so that the sender hears why: a connection closed under a body
 * that is still being written is a broken pipe to the sender, and the answer is lost.
 */
export function readOut(incoming: IncomingMessage): Promise<void> {
  if (incoming.complete || incoming.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let bytes = 0;
    const timer = setTimeout(done, patience);
    function done(): void {
      clearTimeout(timer);
      incoming.off('data', count);
      resolve();
    }
    function count(chunk: Buffer): void {
      bytes += chunk.length;
      if (bytes > mostBytes) done();
    }
    incoming.on('data', count);
    incoming.once('end', done);
    incoming.once('close', done);
    incoming.resume();
  });
}
