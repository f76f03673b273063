import { type SQL, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { followRegions as sharesFollow } from '#app/domain/children/sharing/follow-regions.ts';
import { shareChildren, shares } from '#app/domain/children/sharing/tables.server.ts';
import { followRegions as suggestionsFollow } from '#app/domain/children/suggestions/follow-regions.ts';
import { suggestionMatters, suggestionSteps } from '#app/domain/children/suggestions/tables.server.ts';
import { followRegions as hazardsFollow } from '#app/domain/service/hazards/follow-regions.ts';
import { ReportInput } from '#app/domain/service/hazards/input.ts';
import { reportHazard } from '#app/domain/service/hazards/report-hazard.ts';
import { hazards, hazardSteps } from '#app/domain/service/hazards/tables.server.ts';
import { followRegions as spacesFollow } from '#app/domain/service/spaces/follow-regions.ts';
import { SpaceInput } from '#app/domain/service/spaces/input.ts';
import { registerSpace } from '#app/domain/service/spaces/save-space.ts';
import { spaceInspections } from '#app/domain/service/spaces/tables.server.ts';
import { system } from '#app/platform/ctx.ts';
import { aRegion } from './cycle.ts';
import { changeId, movedUnit } from './region-change.ts';
import { aSuggestion } from './suggestions.ts';
import { as, binhu, ctxOf, test, today } from './world.ts';

/** As many more rows like the one that is there, so that a register is written anew in three parts. */
const many = 2100;
const elsewhere = '340195001';

const copies = (db: Db, table: string, changed: SQL) => db.execute(sql`insert into ${sql.identifier(table)} select (jsonb_populate_record((select one from ${sql.identifier(table)} one limit 1), ${changed})).* from generate_series(1, ${many}) n`);
/** How many rows there are in which county. */
const counted = async (db: Db, table: string) => (await db.execute<{ county: number; rows: number }>(sql`select county_code as county, count(*)::int as rows from ${sql.identifier(table)} group by 1`)).rows;
const ownId = sql`jsonb_build_object('id', uuidv7())`;

test('a register of more than two thousand lines follows its unit into another county whole: shares, hazards, inspections, steps of a suggestion', async ({ db }) => {
  await aRegion(db, binhu, '滨湖世纪社区');
  const here = { countyCode: 340111, regionCode: binhu };
  const [share] = await db.insert(shares).values({
    ...here, receiver: '庐州区人民法院', fields: ['words'], purpose: '依法调取', basis: 'law', article: 'court', childCount: 1, sharedOn: '2026-08-01', expiresOn: '2026-08-31', recordedBy: 'officer', recordedByName: 'officer', recordedAt: today,
  }).returning();
  await db.insert(shareChildren).values({ countyCode: 340111, shareId: share!.id, childId: share!.id });
  await copies(db, 'shares', ownId);
  await copies(db, 'share_children', sql`jsonb_build_object('child_id', uuidv7())`);

  await reportHazard({ ...ctxOf(db), address: '10.1.1.1' }, ReportInput.parse({ regionCode: binhu, kind: 'light', text: '路灯坏了', placeText: '观湖路东口', lng: '', lat: '' }));
  const [hazard] = await db.select().from(hazards);
  await db.insert(hazardSteps).values({ countyCode: 340111, hazardId: hazard!.id, step: 'assigned', at: today });
  await copies(db, 'hazards', sql`jsonb_build_object('id', uuidv7(), 'code', n::text)`);
  await copies(db, 'hazard_steps', ownId);

  const spaceId = await registerSpace(as(db, 'community-worker', binhu), binhu, SpaceInput.parse({ name: '观湖苑游戏场', kind: 'playground', bands: ['4-6'], address: '中心广场', lng: '117.2938', lat: '31.7351', workdays: '9:00-18:00', daysOff: '', holidays: '', responsibleName: '王芳', responsibleContact: '0551-1' }));
  await db.insert(spaceInspections).values({ ...here, spaceId, checklistVersion: 1, findings: [], photoIds: [], day: '2026-08-01', byId: 'worker', byName: 'worker', at: today });
  await copies(db, 'space_inspections', ownId);

  await aSuggestion(db, { text: '路口装一盏灯' });
  const [matter] = await db.select().from(suggestionMatters);
  await db.insert(suggestionSteps).values({ countyCode: 340111, matterId: matter!.id, kind: 'seen', at: today });
  await copies(db, 'suggestion_steps', ownId);

  const tables = ['shares', 'share_children', 'hazards', 'hazard_steps', 'space_inspections', 'suggestion_matters', 'suggestion_steps'];
  const before: Record<string, number> = Object.fromEntries(await Promise.all(tables.map(async (table) => [table, (await counted(db, table)).reduce((sum, { rows }) => sum + rows, 0)] as const)));
  expect(Math.min(...Object.values(before).filter((rows) => rows > 1))).toBeGreaterThan(many);
  await movedUnit(db, binhu, elsewhere);
  for (const follow of [sharesFollow, hazardsFollow, spacesFollow, suggestionsFollow]) await follow(ctxOf(db, system), changeId);
  for (const table of tables) expect([table, await counted(db, table)]).toEqual([table, [{ county: 340195, rows: before[table] }]]);
});
