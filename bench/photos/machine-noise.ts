import { isMainThread, parentPort, Worker } from 'node:worker_threads';

/** A thread that only keeps time, while everything else is measured: on a quiet machine it is hardly ever late. */
export function watchMachine(): { stop(): Promise<number> } {
  const worker = new Worker(new URL(import.meta.url));
  return {
    async stop() {
      const worst = new Promise<number>((resolve) => worker.once('message', resolve));
      worker.postMessage('stop');
      const ms = await worst;
      await worker.terminate();
      return ms;
    },
  };
}

if (!isMainThread && parentPort) {
  let [last, worst] = [performance.now(), 0];
  setInterval(() => {
    const now = performance.now();
    worst = Math.max(worst, now - last - 10);
    last = now;
  }, 10);
  parentPort.on('message', () => parentPort?.postMessage(worst));
}
