import { sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { handInSheet } from '#app/domain/city/collection/hand-in.ts';
import { OpenRoundInput } from '#app/domain/city/collection/input.ts';
import { openRound } from '#app/domain/city/collection/open-round.ts';
import { saveEntries } from '#app/domain/city/collection/save-entries.ts';
import { sheetAtDesk } from '#app/domain/city/collection/sheet-at-desk.ts';
import { bringFigures } from '#app/domain/city/figure-files/bring-figures.ts';
import { book } from '#app/domain/city/figure-files/template.ts';
import { checkValue } from '#app/domain/city/indicators/check-value.ts';
import { type Indicator, indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';

export type FigureGround = { sheets: string[]; cells: number; fileId: string; figures: number; checkers: [string, string]; importer: string };

const [city, latest, brought] = ['3401', 2025, [1995, 1996]] as const;
const said = ({ definition: { unit } }: Indicator) => (unit === 'milestone' ? '1' : unit === 'percent' ? '60%' : '10');

/** 填报的场地: sheets of all districts of a city, handed in year after year and waiting to be checked, and a workbook of figures that was brought. */
export async function prepareFigures(db: Db, wanted: { sheets: number; figures: number }): Promise<FigureGround> {
  const now = new Date();
  const by = (id: string, role: 'government-officer' | 'programme-officer', regionCode: string): Ctx => ({ actor: { id, name: id, grants: [{ role, regionCode, organisationId: null }] }, db, now, locale: 'zh-CN', requestId: 'faults' });
  const [checker, other, importer] = [by('figures-checker', 'government-officer', city), by('figures-other', 'government-officer', city), by('figures-importer', 'programme-officer', '*')];
  for (const { actor: { id, grants: [grant] } } of [checker, other, importer]) {
    await db.insert(users).values({ id, name: id, email: `${id}@example.org`, username: id, twoFactorEnabled: true } as typeof users.$inferInsert);
    await db.insert(roleGrants).values({ userId: id, role: grant!.role, regionCode: grant!.regionCode, grantedBy: 'faults', grantedAt: now } as typeof roleGrants.$inferInsert);
  }
  const all = [...(await indicatorsByCode(importer)).values()].filter((each) => each.definition.formula === null && typeof checkValue(each.definition, { value: said(each), numerator: '', denominator: '' }) !== 'string');
  const asked = all.filter(({ definition }) => !['town', 'community'].includes(definition.level)).slice(0, 20);
  const sheets: string[] = [];
  for (let year: number = latest; sheets.length < wanted.sheets && year > brought[1]; year -= 1) {
    const id = await openRound(checker, OpenRoundInput.parse({ regionCode: city, zh: `${year}年填报`, en: `Figures of ${year}`, period: String(year), codes: asked.map(({ code }) => code).join(' '), district: addDays(beijingDay(now), 30) }));
    const { rows } = await db.execute<{ id: string; region_code: string }>(sql`select id, region_code from collection_sheets where round_id = ${id}::uuid order by id`);
    for (const sheet of rows) {
      const filler = by(`filler-${sheet.region_code}`, 'government-officer', sheet.region_code);
      const { asked: cells } = await sheetAtDesk(filler, sheet.id);
      await saveEntries(filler, sheet.id, cells.map(({ indicatorId, breakdown, indicator }) => ({ indicatorId, breakdown, value: said(indicator), reason: '按台账填报，核对无误' })));
      await handInSheet(filler, sheet.id, { enteredFor: '' });
      sheets.push(sheet.id);
    }
  }
  const { rows: places } = await db.execute<{ code: string; name: string }>(sql`select code, name from regions where level = 3 and not is_ended and not is_synthetic order by code`);
  const rows = brought.flatMap((year) => places.flatMap(({ code, name }) => all.map((each) => [code, name, each.code, each.definition.zh, '', '', String(year), said(each), '', '', '年报']))).slice(0, wanted.figures);
  const fileId = await bringFigures(importer, { name: '两万个数.xlsx', content: await book(importer, '数值表', [rows]) });
  return { sheets, cells: asked.length, fileId, figures: rows.length, checkers: [checker.actor.id, other.actor.id], importer: importer.actor.id };
}
