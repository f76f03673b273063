import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDb } from '#app/db/db.server.ts';
import { cockpitOf } from '#app/domain/city/cockpit/cockpit.ts';
import { keptOf } from '#app/domain/city/cockpit/model.ts';
import { sumsOf } from '#app/domain/city/monitoring-reports/model.ts';
import { contentOf } from '#app/domain/city/monitoring-reports/reckon-content.ts';
import { visitor } from '#app/platform/ctx.ts';
import { loadPlanPage } from '#app/routes/public/plans/load.ts';
import { openScorecard } from '#app/routes/public/scorecard/load.ts';
import { loadRegions } from '#seed/regions.ts';
import { workerDatabase } from '#tests/worker-database.ts';
import { as, ctxOf } from '#tests/world.ts';
import { neededRegions } from './places.ts';
import { seedDemo } from './story.ts';

process.env.FILES_DIR = mkdtempSync(join(tmpdir(), 'tongyou-story-'));
process.env.DEMO = 'yes'; // its people have no second factor, and scores are reckoned as whoever asked
const told = new Date('2026-11-22T02:00:00Z');
let opened: ReturnType<typeof openDb>;

async function rows(question: string) {
  return (await opened.pool.query(question)).rows;
}

beforeAll(async () => {
  const urls = await workerDatabase();
  const migrator = new pg.Client({ connectionString: urls.migratorUrl });
  await migrator.connect();
  await loadRegions(migrator, { onlyPrefixes: ['3401', ...neededRegions] });
  await migrator.end();
  opened = openDb(urls.appUrl, 4);
});
afterAll(() => opened.close());

describe('the demonstration', () => {
  test('is told once, and told again changes nothing', async () => {
    expect(await seedDemo(opened.db, told)).toBe('told');
    const before = await rows('select count(*) from records');
    expect(await seedDemo(opened.db, new Date('2026-12-04T02:00:00Z'))).toBe('known');
    expect(await rows('select count(*) from records')).toEqual(before);
  }, 600_000);

  test('has an application in every state', async () => {
    const found = await rows('select distinct status from applications order by status');
    expect(found.map(({ status }) => status)).toEqual(['accepted', 'complete', 'declined', 'draft', 'in-review', 'returned', 'submitted']);
  });

  test('has one call open, one under notice, one over and one in preparation', async () => {
    expect(await rows(`select state, opens_on <= '2026-11-22' and closes_on >= '2026-11-22' as open from calls order by id`)).toEqual([
      { state: 'closed', open: false }, { state: 'closed', open: false }, { state: 'published', open: true }, { state: 'draft', open: false },
    ]);
    expect(await rows(`select n.state, coalesce(n.ends_on >= '2026-11-22', false) as open from notices n order by id`)).toEqual([
      { state: 'final', open: false }, { state: 'published', open: true },
    ]);
  });

  test('has reviews submitted, begun, not yet answered and declined for a conflict', async () => {
    const found = await rows(`select s.state from assignments s join applications a on a.id = s.application_id where a.status = 'in-review' order by s.state`);
    expect(found.map(({ state }) => state)).toEqual(['accepted', 'assigned', 'conflict', 'submitted']);
  });

  test('has one objection answered and one open', async () => {
    expect(await rows('select state, is_anonymous from objections order by id')).toEqual([
      { state: 'answered', is_anonymous: false }, { state: 'received', is_anonymous: true },
    ]);
  });

  test('has pilots in several provinces whose figures are said to be invented', async () => {
    const [found] = await rows(`select count(distinct left(p.region_code, 2))::int as provinces, bool_and(c.is_invented) as invented, min(p.children)::int as children
      from pilots p join communities c using (region_code)`);
    expect(found).toMatchObject({ provinces: 9, invented: true });
    expect(found.children).toBeGreaterThan(500);
  });

  test('leaves Binhu Shiji itself free for whoever tries the system', async () => {
    expect(await rows(`select id from applications where region_code = '340111400'`)).toEqual([]);
    expect(await rows(`select status from applications where region_code like '340111400%'`)).toEqual([{ status: 'draft' }]);
  });

  test('happened day by day, by people under their own names, and is followed up', async () => {
    expect(await rows('select record_id from outbox')).toEqual([]);
    const [late] = await rows(`select count(*)::int as late from records where request_id = 'demo' and at > '2026-11-22T02:00:00Z'`);
    expect(late).toEqual({ late: 0 });
    const [mended] = await rows(`select array_agg(r.event order by r.at) as events from records r join applications a on a.id::text = r.subject_id
      where a.region_code = '340111002' and r.event in ('application.started', 'application.submitted', 'application.returned')`);
    expect(mended.events).toEqual(['application.started', 'application.submitted', 'application.returned', 'application.submitted']);
    expect(await rows(`select distinct actor_name from records where event = 'application.submitted' and actor_name not like '%（示例）'`)).toEqual([]);
  });

  test('asks nobody for what the work itself has told: the sheet of one department came nearly filled in', async () => {
    const told = await rows(`select i.code, v.value, v.source from indicator_values v join indicators i on i.id = v.indicator_id where v.region_code = '3401' and v.period = 2026203 and i.code in ('A06-1', 'A06-2', 'A06-4', 'A06-5') order by i.code`);
    expect(told.map(({ code, source }) => `${code} ${source}`)).toEqual(['A06-1 operations', 'A06-2 部门季报（示例）', 'A06-4 operations', 'A06-5 operations']);
    expect(told[0].value).toBe('1');
    expect(await rows(`select b.asked, b.prefilled from burden_counts b join collection_sheets s on s.id::text = b.subject_id where b.form = 'figures' and s.department = 'fl'`)).toEqual([{ asked: 4, prefilled: 3 }]);
  });

  test('says of every plan the same numbers on its page, on the scorecard, in the cockpit and, once it is over, in its reports', async () => {
    const ctx = ctxOf(opened.db, visitor, told);
    const plans = await rows(`select id, region_code, state from city_plans where state <> 'draft' and length(region_code) = 4 order by id`);
    expect(plans.map(({ state }) => state).toSorted()).toEqual(['closed', 'closed', 'published']);
    for (const { id, region_code: region, state } of plans) {
      const { sums, year } = await loadPlanPage(ctx, id);
      const { total, year: ofCard } = (await openScorecard(ctx, region, { plan: id })).card!;
      expect([year ?? ofCard, sums.reached + sums.done, sums.onPath, sums.missing, sums.notShown, sums.numbers + sums.notShown + sums.milestones]).toEqual([ofCard, total.done, total.going, total.missing, total.hidden, total.all]);
      expect(total.done + total.going + total.behind + total.missing + total.later + total.hidden).toBe(total.all);
      expect(total.all).toBeGreaterThan(15);
      const { view } = await cockpitOf(as(opened.db, 'government-officer', region, told), { plan: id });
      const lights = keptOf(Object.values(view!.own).flatMap(({ standings }) => standings.map(({ light }) => light)));
      expect([lights.all - lights.rest, lights.missing]).toEqual([total.all, total.missing]);
      if (state !== 'closed') continue;
      const report = sumsOf(await contentOf(ctx, id, 'closing', ofCard));
      expect([report.reached, report.done, report.asked, report.milestones, report.missing + report.undone, report.short + report.milestones - report.done - report.undone]).toEqual([sums.reached, sums.done, sums.numbers, sums.milestones, total.missing, total.behind]);
      for (const past of (await openScorecard(ctx, region, { plan: id })).card!.years) {
        const of = sumsOf(await contentOf(ctx, id, 'yearly', past));
        const card = (await openScorecard(ctx, region, { plan: id, year: past })).card!.total;
        expect([past, of.reached + of.done, of.onPath, of.missing + of.undone, of.asked + of.milestones]).toEqual([past, card.done, card.going, card.missing, card.all]);
      }
    }
  });

  test('leaves messages in the inbox', async () => {
    const [found] = await rows('select count(*)::int as messages from messages');
    expect(found.messages).toBeGreaterThan(0);
  });

  test('opens a call when it is started again after the last one has closed', async () => {
    const later = new Date('2027-02-10T02:00:00Z');
    expect(await seedDemo(opened.db, later)).toBe('call-opened');
    expect(await rows(`select title from calls where state = 'published' and closes_on = '2027-02-22'`)).toEqual([
      { title: '儿童友好社区建设试点2027 年 2 月批次申报（示例）' },
    ]);
    expect(await seedDemo(opened.db, later)).toBe('known');
  });
});
