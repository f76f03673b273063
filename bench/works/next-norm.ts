import path from 'node:path';
import { sql } from 'drizzle-orm';
import { openDb } from '#app/db/db.server.ts';
import { learnLessons } from '#app/domain/pilot/consulting/learn.ts';
import { suggestNext } from '#app/domain/pilot/consulting/suggest.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import { nationSource } from '#seed/nation.ts';
import { openDatabase } from '../../scripts/database.ts';
import { root } from '../../scripts/run.ts';
import { drive, figures, type Line } from '../measure.ts';

const asks = 300;

/** 下一步建议 over the load of the nation: one night of learning, then suggestions for communities drawn all over the country. */
export async function nextNorm(): Promise<Line[]> {
  process.env.DATABASE_DIR ||= 'var/load/postgres';
  process.env.FILES_DIR ||= path.join(root, 'var/load/files');
  process.env.DEMO = 'no';
  const opened = await openDatabase();
  const { db, close } = openDb(opened.appUrl, 4);
  const office = { ...system, grants: [{ role: 'programme-officer', regionCode: '*', organisationId: null }] };
  const ctx: Ctx = { actor: office, db, now: new Date(), locale: 'zh-CN', requestId: 'bench' };
  try {
    await inventChildren(ctx);
    const from = performance.now();
    const learned = await learnLessons(ctx);
    const night = (performance.now() - from) / 1000;
    const { rows } = await db.execute<{ code: string }>(sql`select region_code as code from result_sheets where source_id = ${nationSource} order by md5(id::text) limit ${asks}`);
    if (rows.length === 0) throw new Error('还没有全国负载，请先运行 npm run seed:load -- nation · there is no load of the nation yet: run npm run seed:load -- nation first');
    await drive(20, 1, (i) => suggestNext(ctx, rows[i]!.code));
    const line = figures('next best norm', await drive(rows.length, 1, (i) => suggestNext(ctx, rows[i]!.code)));
    return [{ ...line, note: `learned from ${learned.split(' ')[0]} communities in ${night.toFixed(0)} s` }];
  } finally {
    await close();
    await opened.stop();
  }
}

/** Invented numbers of children, so that there is something to be alike by; nine in ten are known. */
async function inventChildren(ctx: Ctx): Promise<void> {
  await ctx.db.execute(sql`
    insert into communities (region_code, facts, about, is_invented, updated_at)
    select code, jsonb_build_object('children-0-3', round(n * a), 'children-4-6', round(n * b), 'children-7-12', round(n * c), 'children-13-18', round(n * (1 - a - b - c))), '', true, ${ctx.now.toISOString()}
    from (
      select code, exp(5.5 + 1.8 * (drawn[1] + drawn[2] + drawn[3] - 1.5)) as n, 0.15 + 0.1 * drawn[4] as a, 0.14 + 0.06 * drawn[5] as b, 0.3 + 0.08 * drawn[6] as c
      from (
        select code, (select array_agg(get_byte(hash, byte) / 255.0) from generate_series(0, 5) byte) as drawn
        from (select code, decode(md5(code), 'hex') as hash from (select distinct region_code as code from result_sheets where source_id = ${nationSource}) of_nation) hashed
        where get_byte(hash, 7) < 230) dice) made
    on conflict do nothing`);
}
