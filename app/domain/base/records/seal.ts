import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { linkOf, recordHash } from './fingerprint.ts';
import { firstIdAt, lineColumns, type LineRow } from './lines.ts';

/** Sealing and publishing a day's root exclude each other. */
export const sealing = sql`select pg_advisory_xact_lock(19810605)`;

const batch = 2000;
type Mark = { settled: string; pendingXmax: string; pendingAt: string };
type Now = { xmin: string; xmax: string; at: string };

/**
 * 封存: gives every line that has none its place in its county's chain, after the request that wrote it is long over.
 * Nothing is passed over: a line is looked for by having no seal, not by a number, from the moment on before which
 * nobody can still be writing.
 */
export async function sealRecords(ctx: Ctx): Promise<string> {
  const now = await look(ctx);
  const mark = await markOf(ctx);
  let after = firstIdAt(mark ? new Date(mark.settled) : new Date(0));
  let sealed = 0;
  for (;;) {
    const last = await sealBatch(ctx, after);
    sealed += last.count;
    if (last.count < batch) break;
    after = last.id;
  }
  await moveOn(ctx, mark, now);
  return String(sealed);
}

async function sealBatch(ctx: Ctx, after: string): Promise<{ count: number; id: string }> {
  return ctx.db.transaction(async (tx) => {
    await tx.execute(sealing);
    const { rows } = await tx.execute<LineRow>(sql`
      select ${lineColumns} from records r
      where r.id >= ${after}::uuid and not exists (select from record_seals s where s.county_code = r.county_code and s.record_id = r.id)
      order by r.id limit ${batch}`);
    if (rows.length === 0) return { count: 0, id: after };
    const counties = [...new Set(rows.map((row) => row.countyCode))];
    const { rows: heads } = await tx.execute<{ county: number; position: string; link: string }>(sql`
      select c.county, h.position::text, h.link from jsonb_to_recordset(${JSON.stringify(counties.map((county) => ({ county })))}::jsonb) c(county int)
      cross join lateral (select position, link from record_seals where county_code = c.county order by position desc limit 1) h`);
    const { rows: days } = await tx.execute<{ sealed: string | null; root: string | null }>(
      sql`select (select max(sealed_on)::text from record_seals) as sealed, (select max(day)::text from record_roots) as root`,
    );
    // A clock that is put back must not add to a day whose root is out.
    const sealedOn = [beijingDay(ctx.now), days[0]?.sealed ?? '', days[0]?.root ? addDays(days[0].root, 1) : ''].toSorted().at(-1)!;
    const at = new Map(heads.map((head) => [head.county, { position: Number(head.position), link: head.link }]));
    const seals = rows.map((row) => {
      const head = at.get(row.countyCode) ?? { position: 0, link: '' };
      const seal = { countyCode: row.countyCode, position: head.position + 1, recordId: row.id, hash: recordHash(row), sealedOn };
      const link = linkOf(seal, head.link);
      at.set(row.countyCode, { position: seal.position, link });
      return { ...seal, link };
    });
    await tx.execute(sql`
      insert into record_seals (county_code, position, record_id, hash, link, sealed_on)
      select "countyCode", position, "recordId", hash, link, "sealedOn"
      from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb) x("countyCode" int, position bigint, "recordId" uuid, hash text, link text, "sealedOn" date)`);
    return { count: rows.length, id: rows.at(-1)!.id };
  });
}

async function look(ctx: Ctx): Promise<Now> {
  const { rows } = await ctx.db.execute<Now>(sql`
    select pg_snapshot_xmin(s)::text as xmin, pg_snapshot_xmax(s)::text as xmax, to_json(now() - interval '1 minute')#>>'{}' as at from pg_current_snapshot() s`);
  return rows[0]!;
}

async function markOf(ctx: Ctx): Promise<Mark | undefined> {
  const { rows } = await ctx.db.execute<Mark>(sql`
    select to_json(settled)#>>'{}' as settled, pending_xmax as "pendingXmax", to_json(pending_at)#>>'{}' as "pendingAt" from record_horizon`);
  return rows[0];
}

/**
 * Whoever was writing at `pendingAt` has ended once no running transaction is older than `pendingXmax`, and was sealed
 * just now; whoever began later gives later ids. In a restored database the old numbers lie ahead of the new server's.
 */
async function moveOn(ctx: Ctx, mark: Mark | undefined, now: Now): Promise<void> {
  const isOver = mark !== undefined && BigInt(now.xmin) >= BigInt(mark.pendingXmax);
  const isForeign = mark !== undefined && BigInt(mark.pendingXmax) > BigInt(now.xmax);
  if (mark && !isOver && !isForeign) return;
  const settled = isOver ? mark.pendingAt : (mark?.settled ?? new Date(0).toISOString());
  await ctx.db.execute(sql`
    insert into record_horizon (id, settled, pending_xmax, pending_at) values (1, ${settled}, ${now.xmax}, ${now.at})
    on conflict (id) do update set settled = excluded.settled, pending_xmax = excluded.pending_xmax, pending_at = excluded.pending_at`);
}
