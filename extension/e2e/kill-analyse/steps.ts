import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where everything that takes part says which step it has come to, and waits until it may go on. */
export interface Steps {
  /** Asked as `URL?step=NAME`; the answer is the leave to go on. */
  url: string;
  /** A new run: nothing has been passed yet. */
  begin(): void;
  /** Does `act` when the run comes to that step (`NAME nth`), while whoever came to it stands still. */
  arm(step: string, act: () => Promise<void>): void;
  at(name: string, of?: string): Promise<void>;
  /** Steps of this run in order, as `NAME nth`. */
  passed(): readonly string[];
  /** What the passings of a step were about. */
  about(name: string): readonly string[];
  /** True once the armed step came and its act was done. */
  hasActed(): boolean;
  close(): Promise<void>;
}

export async function startSteps(): Promise<Steps> {
  let passed: { name: string; nth: string; of: string }[] = [];
  let armed: { step: string; act: () => Promise<void> } | null = null;
  let acted = false;
  const at = async (name: string, of = ''): Promise<void> => {
    const nth = `${name} ${passed.filter((one) => one.name === name).length + 1}`;
    passed.push({ name, nth, of });
    if (armed?.step !== nth) return;
    const { act } = armed;
    armed = null;
    await act();
    acted = true;
  };
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://steps').searchParams;
    const leave = (): void => void response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
    void at(asked.get('step') ?? '', asked.get('of') ?? '').then(leave, leave);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    begin() {
      passed = [];
      armed = null;
      acted = false;
    },
    arm(step, act) {
      armed = { step, act };
    },
    at,
    passed: () => passed.map(({ nth }) => nth),
    about: (name) => passed.filter((one) => one.name === name).map(({ of }) => of),
    hasActed: () => acted,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
