import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** 独占: one at a time on this machine. An abstract socket is a lock that the system itself gives back when its holder dies. */
export async function alone<T>(what: string, run: () => Promise<T> | T, told: { waiting: () => void; tooLong: () => Error }): Promise<T> {
  const name = `\0tongyou-${createHash('sha256').update(what).digest('hex').slice(0, 24)}`;
  for (let waited = 0; waited < 1800; waited += 1) {
    const lock = createServer((visitor) => visitor.destroy());
    const outcome = await new Promise<string>((resolve) => {
      lock.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'none'));
      lock.listen(name, () => resolve('held'));
    });
    if (outcome !== 'EADDRINUSE') {
      // Where the system has no such sockets there is no lock, and a single start needs none.
      try {
        return await run();
      } finally {
        if (outcome === 'held') await new Promise((resolve) => lock.close(resolve));
      }
    }
    if (waited === 20) told.waiting();
    await sleep(100);
  }
  throw told.tooLong();
}
