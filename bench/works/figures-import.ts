import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { openDb } from '#app/db/db.server.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { endPress } from '#app/domain/base/documents/press.ts';
import { indicatorsByCode, type Indicator } from '#app/domain/city/indicators/read.ts';
import { bringFigures } from '#app/domain/city/figure-files/bring-figures.ts';
import { checkFigureFile } from '#app/domain/city/figure-files/check-figures.ts';
import { getFigureFile } from '#app/domain/city/figure-files/read.ts';
import { figureFiles } from '#app/domain/city/figure-files/tables.server.ts';
import { takeFigures } from '#app/domain/city/figure-files/take-figures.ts';
import { book } from '#app/domain/city/figure-files/template.ts';
import { writeFigureFile } from '#app/domain/city/figure-files/write-figures.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import { openDatabase } from '../../scripts/database.ts';
import { root } from '../../scripts/run.ts';
import type { Line } from '../measure.ts';

const many = 100_000;
const [ours, floors] = [1995, 1994]; // years that no load and no demonstration has
const ownerId = '019c0000-0000-7000-8000-0000000be4c4';

/** 从 Excel 导入十万个数: brought, checked cell by cell, taken, standing; beside one statement that writes as many rows; then the same with a thousand faults. */
export async function figuresImport(): Promise<Line[]> {
  process.env.DATABASE_DIR ||= 'var/load/postgres';
  process.env.FILES_DIR ||= path.join(root, 'var/load/files');
  process.env.DEMO = 'yes'; // the officer of the bench has no second factor
  const opened = await openDatabase();
  const { db, close } = openDb(opened.appUrl, 4);
  const grants = [{ role: 'programme-officer' as const, regionCode: '*', organisationId: null }];
  const ctx: Ctx = { actor: { ...system, id: ownerId, name: '测速', grants }, db, now: new Date(), locale: 'zh-CN', requestId: 'bench' };
  try {
    await clear(ctx);
    await db.insert(users).values({ id: ownerId, name: '测速', email: 'bench@example.org', username: 'bench-figures' } as typeof users.$inferInsert);
    await db.insert(roleGrants).values({ userId: ownerId, role: 'programme-officer', regionCode: '*', grantedBy: 'bench', grantedAt: ctx.now } as typeof roleGrants.$inferInsert);
    const indicators = [...(await indicatorsByCode(ctx)).values()].filter(({ definition }) => definition.formula === null);
    const { rows: places } = await db.execute<{ code: string; name: string }>(sql`select code, name from regions where level = 3 and not is_ended and not is_synthetic order by code`);
    const floor = await floorOf(ctx, indicators, places.map(({ code }) => code));
    const right = await book(ctx, `数值表 ${ours}`, rowsOf(indicators, places, 0));
    const good = await bringAll(ctx, right);
    if (good.stands !== many) throw new Error(`${good.stands} figures stand of ${many}`);
    const wrong = await book(ctx, `数值表 ${ours}`, rowsOf(indicators, places, 100));
    const bad = await checkAll(ctx, wrong);
    const line = (work: string, ms: number, more: Partial<Line> = {}): Line => ({ work, n: many, p50: ms, p95: ms, p99: ms, rps: (many / ms) * 1000, ...more });
    const bar = '≤ 30 s';
    return [
      line('figures floor: one statement', floor),
      line('figures from Excel: checked, taken, standing', good.checking + good.writing, { floor, ratio: (good.checking + good.writing) / floor, bar, met: good.checking + good.writing <= 30_000, note: `${(right.byteLength / 1e6).toFixed(1)} MB; checked in ${(good.checking / 1000).toFixed(1)} s, written in ${(good.writing / 1000).toFixed(1)} s; progress seen ${good.steps} times` }),
      line('figures from Excel with 1,000 faults: told by cell', bad.checking, { bar, met: bad.checking <= 30_000 && bad.faults === many / 100, note: `${bad.faults} faults found, ${bad.shown} by name; none stands` }),
    ];
  } finally {
    await clear(ctx);
    endPress();
    await close();
    await opened.stop();
  }
}

/** A row for each indicator and place; one in `every` is a count below none or a share above the whole. */
function* cells(indicators: readonly Indicator[], places: readonly { code: string; name: string }[], every: number): Generator<string[]> {
  let at = 0;
  for (const { code, name } of places) {
    for (const { code: indicator, definition: { zh, unit } } of indicators) {
      if (at >= many) return;
      at += 1;
      const value = unit === 'milestone' ? '1' : unit === 'percent' ? `${50 + (at % 50)}%` : String(at % 900);
      yield [code, name, indicator, zh, '', '', String(ours), every > 0 && at % every === 0 ? '-5' : value, '', '', '年报'];
    }
  }
}
const rowsOf = (...given: Parameters<typeof cells>): string[][][] => {
  const all = [...cells(...given)];
  return Array.from({ length: Math.ceil(all.length / 1000) }, (_, part) => all.slice(part * 1000, part * 1000 + 1000));
};

async function checkAll(ctx: Ctx, content: Uint8Array) {
  const from = performance.now();
  const id = await bringFigures(ctx, { name: '十万个数.xlsx', content });
  await checkFigureFile(ctx, id);
  const { report, refusal } = await getFigureFile(ctx, id);
  if (!report) throw new Error(refusal);
  return { id, checking: performance.now() - from, faults: report.faults, shown: report.shown.length };
}

async function bringAll(ctx: Ctx, content: Uint8Array) {
  const { id, checking, faults } = await checkAll(ctx, content);
  if (faults > 0) throw new Error(JSON.stringify((await getFigureFile(ctx, id)).report!.shown.slice(0, 3)));
  const from = performance.now();
  await takeFigures(ctx, id, { reason: '' });
  let isOver = false;
  const seen = new Set<number>();
  const watching = (async () => {
    while (!isOver) {
      seen.add((await getFigureFile(ctx, id)).done);
      await sleep(200);
    }
  })();
  await writeFigureFile(ctx, id);
  const writing = performance.now() - from;
  isOver = true;
  await watching;
  const { rows } = await ctx.db.execute<{ n: number }>(sql`select count(*)::int as n from indicator_values where period = ${ours * 1000} and recorded_by_name = '测速' and origin = 0`);
  return { checking, writing, steps: seen.size, stands: rows[0]!.n };
}

/** The same number of rows, keys and all, by one statement. */
async function floorOf(ctx: Ctx, indicators: readonly Indicator[], codes: readonly string[]): Promise<number> {
  const from = performance.now();
  await ctx.db.execute(sql`
    insert into indicator_values (county_code, region_code, indicator_id, period, breakdown, value, status, origin, recorded_at, recorded_by_name)
    select place.code::int, place.code, of.id, ${floors * 1000}, 0, 50, 2, 0, now(), '测速' from unnest(${sql.param([...codes])}::text[]) with ordinality as place (code, at)
    cross join unnest(${sql.param(indicators.map(({ id }) => id))}::int[]) as of (id) order by place.at limit ${many}`);
  return performance.now() - from;
}

async function clear({ db }: Ctx): Promise<void> {
  await db.execute(sql`delete from figure_dues where period between ${floors * 1000} and ${ours * 1000 + 999}`);
  await db.execute(sql`delete from indicator_values where recorded_by_name = '测速' and period between ${floors * 1000} and ${ours * 1000 + 999}`);
  await db.delete(figureFiles).where(eq(figureFiles.ownerId, ownerId));
  await db.delete(roleGrants).where(eq(roleGrants.userId, ownerId));
  await db.delete(users).where(eq(users.id, ownerId));
}
