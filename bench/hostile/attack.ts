import path from 'node:path';
import pg from 'pg';
import { prepareGround } from '../faults/ground.ts';
import { startSite } from '../site.ts';
import { hostileRun, type Outcome } from './run.ts';

/** An account system that nobody answers for. */
const provider = JSON.stringify([{ id: 'province', name: '省统一身份', nameEn: 'Province', issuer: 'http://127.0.0.1:9/issuer', clientId: 'x', clientSecret: 'x', region: '34' }]);

/** 一次攻击: a small world, the built server in front of it, and everything bad that comes to mind. The seed makes it repeatable. */
export async function attack({ folder, count, seed }: { folder: string; count: number; seed: number }): Promise<Outcome & { seed: number }> {
  const ground = await prepareGround(folder, 40);
  const database = await ground.open();
  const client = new pg.Pool({ connectionString: database.url, max: 2 });
  client.on('error', () => undefined);
  const log = path.join(folder, 'site.log');
  const site = await startSite({ script: 'bench/hostile/site-process.ts', ready: '/health', log, env: { HOSTILE_URL: database.appUrl, WORKER: 'separate', METRICS_TOKEN: 'a token that nobody sends', OIDC_PROVIDERS: provider } });
  try {
    return { seed, ...(await hostileRun({ port: site.port, client, count, seed })) };
  } finally {
    await site.stop();
    await client.end();
    await database.stop();
  }
}
