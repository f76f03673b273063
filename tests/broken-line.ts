import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Line = { url: string; go: (state: 'open' | 'silent' | 'cut') => void; close: () => void };

/** 会断的线路 to a database: it can fall silent as a host that hangs does, or be cut as a server that was killed. */
export async function brokenLine(url: string): Promise<Line> {
  const target = new URL(url);
  const open = new Set<Socket>();
  let state: 'open' | 'silent' | 'cut' = 'open';
  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    for (const [from, to] of [[near, far], [far, near]] as const) {
      open.add(from);
      from.on('error', () => undefined);
      from.once('close', () => void (open.delete(from), to.destroy()));
      from.pipe(to);
      if (state === 'silent') from.pause();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).href,
    go(next) {
      state = next;
      for (const socket of open) {
        if (next === 'cut') socket.destroy();
        else if (next === 'silent') socket.pause();
        else socket.resume();
      }
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
