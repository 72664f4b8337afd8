import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** `off` = nobody answers the door, `held` = the door opens and nothing comes out. */
type Passing = 'through' | 'off' | 'held';

export interface Line {
  url: string;
  /** How many connections were cut or turned away so far. */
  refused(): number;
  set(passing: Passing): void;
  close(): Promise<void>;
}

/** The line between browser and backend: a test can cut it or hold it up while both ends stay as they are. */
export async function startLine(to: string): Promise<Line> {
  const target = new URL(to);
  const sockets = new Set<Socket>();
  const held = new Set<Socket>();
  let passing: Passing = 'through';
  let refused = 0;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const join = (client: Socket): void => {
    const server = connect(Number(target.port), target.hostname);
    keep(server);
    server.on('close', () => client.destroy());
    client.on('close', () => server.destroy());
    client.pipe(server).pipe(client);
  };
  const door = createServer((client) => {
    keep(client);
    if (passing === 'off') {
      refused += 1;
      client.destroy();
    } else if (passing === 'held') held.add(client);
    else join(client);
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    refused: () => refused,
    set(next) {
      passing = next;
      if (next === 'through') for (const client of held) join(client);
      // What is connected already must not slip past.
      else for (const socket of sockets) socket.destroy();
      held.clear();
    },
    close: () =>
      new Promise((resolve) => {
        door.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
