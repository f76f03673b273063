import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** 看着数据库: whether it answers now, whether it was lost since a moment, and a call when it goes. */
export type Watch = { isAway: () => boolean; wasLostSince: (moment: number) => Promise<boolean>; onLoss: (call: () => void) => () => void; stop: () => Promise<void> };

const [every, whileAway, patience, giveUp] = [1000, 250, 3000, 10_000];

/**
 * Asks once a second on a connection of its own. One that does not answer in three seconds is away for everybody, so nobody
 * waits on it; after ten seconds of silence the pool's connections are broken off, so that none is held by a host that is gone.
 */
export function watchDatabase(url: string, pool: pg.Pool): Watch {
  const calls = new Set<() => void>();
  const held = new Set<pg.PoolClient>();
  pool.on('connect', (client) => held.add(client));
  pool.on('remove', (client) => held.delete(client));
  let own: pg.Client | undefined;
  let lostAt = -1;
  let silentFrom: number | undefined;
  let isAway = false;
  let isOver = false;
  let looking: Promise<void> | undefined;
  let timer: NodeJS.Timeout;

  const lose = () => {
    lostAt = performance.now();
    isAway = true;
    for (const call of calls) call();
    calls.clear();
  };
  const ask = async () => {
    own ??= await opened(url, () => {
      own = undefined;
      if (!isOver) lostAt = performance.now();
    });
    await answered(own);
  };
  const look = async () => {
    const from = performance.now();
    try {
      // A connection that broke says little; one that cannot be made again says that the database is gone.
      await ask().catch((error: unknown) => (performance.now() - from < patience ? ask() : Promise.reject(error)));
      isAway = false;
      silentFrom = undefined;
    } catch {
      own?.end().catch(() => undefined);
      own = undefined;
      if (isOver) return;
      lose();
      silentFrom ??= from;
      if (performance.now() - silentFrom < giveUp) return;
      for (const client of held) streamOf(client)?.destroy();
    }
  };
  const lookOnce = () => (looking ??= look().finally(() => (looking = undefined)));
  const wait = () => {
    timer = setTimeout(() => void lookOnce().finally(() => !isOver && wait()), isAway ? whileAway : every).unref();
  };
  wait();

  return {
    isAway: () => isAway,
    async wasLostSince(moment) {
      if (lostAt < moment) await lookOnce();
      return lostAt >= moment;
    },
    onLoss(call) {
      calls.add(call);
      return () => void calls.delete(call);
    },
    async stop() {
      isOver = true;
      clearTimeout(timer);
      await own?.end().catch(() => undefined);
    },
  };
}

async function opened(url: string, gone: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'tongyou watch', connectionTimeoutMillis: patience });
  client.on('error', () => undefined);
  await client.connect();
  client.once('end', gone);
  return client;
}

/** The answer, or an error when it is late. A process that was itself too busy to look gets a moment more to read what has come. */
async function answered(client: pg.Client): Promise<void> {
  const asking = client.query('select 1');
  asking.catch(() => undefined);
  const late = new AbortController();
  const waited = sleep(patience, undefined, { signal: late.signal, ref: false })
    .then(() => sleep(100, undefined, { signal: late.signal, ref: false }))
    .then(() => Promise.reject(new Error('The database does not answer.')));
  waited.catch(() => undefined);
  await Promise.race([asking, waited]).finally(() => late.abort());
}

const streamOf = (client: pg.PoolClient) => (client as unknown as { connection?: { stream: { destroy: () => void } } }).connection?.stream;
