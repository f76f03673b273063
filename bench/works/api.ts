import { randomBytes } from 'node:crypto';
import { hashToken } from '#app/domain/base/accounts/session-token.ts';
import { tokenOf } from '#app/domain/base/interfaces/model.ts';
import type { World } from '../load-world.ts';
import { against, clientOf, drive, driveProcess, type Line } from '../measure.ts';
import { startSite } from '../site.ts';

const path = '/api/v1/applications?region=34&state=submitted&limit=50';

/** S2 开放接口: the same fifty rows for a program with a token: rights, counting of requests and tag included; and what a 304 saves. */
export async function api(world: World): Promise<Line[]> {
  const token = await aToken(world);
  const floorSite = await startSite({ script: 'bench/floor-server.ts', env: { FLOOR_URL: world.url } });
  const site = await startSite({ script: 'scripts/start.ts', ready: '/health', env: { LOG_LEVEL: 'info' } });
  const [bare, client] = [clientOf(floorSite.port, 16), clientOf(site.port, 16)];
  const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' };
  try {
    const first = await client.ask({ path, headers });
    if (first.status !== 200) throw new Error(`${path} was answered ${first.status}: ${first.body}`);
    const rows = (JSON.parse(first.body) as { items: unknown[] }).items.length;
    const known = { ...headers, 'if-none-match': String(first.headers.etag) };
    const lines: Line[] = [];
    for (const [atOnce, n, bar, met] of [[1, 2000, 'p50 ≤ 5 ms', (line: Line) => line.p50 <= 5], [16, 6000, '≥ 1000 /s', (line: Line) => line.rps >= 1000]] as const) {
      const floor = await measured(`S2 floor: one statement, ${atOnce} at once`, floorSite.pid, n, atOnce, () => bare.ask({ path: '/list' }));
      const full = await measured(`S2 API list, ${atOnce} at once`, site.pid, n, atOnce, () => client.ask({ path, headers }));
      const same = await measured(`S2 API list unchanged (304), ${atOnce} at once`, site.pid, n, atOnce, async () => {
        const answer = await client.ask({ path, headers: known });
        if (answer.status !== 304) throw new Error(`a known page was answered ${answer.status}`);
      });
      lines.push(
        { ...floor, note: 'bare Node, same fifty rows, no rights' },
        { ...against(full, floor.rps, 'rps', bar, met), note: `${rows} rows, ${size(first.body.length + sizeOf(first.headers))}` },
        { ...against(same, floor.rps, 'rps', bar, met), note: `${size(sizeOf((await client.ask({ path, headers: known })).headers))} instead of ${size(first.body.length + sizeOf(first.headers))}` },
      );
    }
    return lines;
  } finally {
    bare.close();
    client.close();
    await floorSite.stop();
    await site.stop();
  }
}

async function measured(work: string, pid: number, n: number, atOnce: number, ask: () => Promise<unknown>): Promise<Line> {
  await drive(Math.ceil(n / 5), atOnce, ask);
  return driveProcess(work, pid, n, atOnce, ask);
}

const size = (bytes: number) => (bytes > 2048 ? `${Math.round(bytes / 1024)} KB` : `${bytes} B`);
const sizeOf = (headers: NodeJS.Dict<string | string[]>) => Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + String(value).length + 4, 0);

/** The office's token, as making one leaves it; this one may ask as often as it can. */
async function aToken({ client }: World): Promise<string> {
  const token = tokenOf(randomBytes(32).toString('base64url'));
  await client.query(`update users set two_factor_enabled = true where id = 'load-office'`);
  await client.query(
    `insert into access_tokens (user_id, name, token_hash, ending, verbs, region_code, per_minute, created_by, created_at, expires_at)
     values ('load-office', 'bench', $1, $2, '["application.queue"]', '*', 10000000, 'load-office', now(), now() + interval '1 day')`,
    [hashToken(token), token.slice(-4)],
  );
  return token;
}
