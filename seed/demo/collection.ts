import { eq } from 'drizzle-orm';
import { acceptSheet } from '#app/domain/city/collection/accept-sheet.ts';
import { handInSheet } from '#app/domain/city/collection/hand-in.ts';
import { OpenRoundInput } from '#app/domain/city/collection/input.ts';
import { openRound } from '#app/domain/city/collection/open-round.ts';
import { remindSheets } from '#app/domain/city/collection/tell-collection.ts';
import { returnSheet } from '#app/domain/city/collection/return-sheet.ts';
import { keyOf } from '#app/domain/city/collection/model.ts';
import { saveEntries } from '#app/domain/city/collection/save-entries.ts';
import { sheetAtDesk } from '#app/domain/city/collection/sheet-at-desk.ts';
import { collectionSheets } from '#app/domain/city/collection/tables.server.ts';
import { lastDay, periodOf } from '#app/domain/city/indicators/period.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { crossingOf } from '#app/domain/city/operations/crosswalk.ts';
import { takeFacts } from '#app/domain/city/operations/take-facts.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, daysBetween } from '#app/platform/dates.ts';
import { by, dayOf, type Stage } from './stage.ts';

/** District officers of the story by district; whoever is not named is entered for by the city. */
const officers: Record<string, string> = { '340102': 'yaohai', '340103': 'luyang', '340104': 'shushan', '340111': 'baohe', '340123': 'feixi', '340181': 'chaohu' };
const asked = ['A06-1', 'A06-2', 'A06-4', 'A06-5', 'A08-1', 'A09-1', 'A10-2', 'A11-2', 'A11-4', 'A15-1', 'A15-8'] as const;
const source = '部门季报（示例）';
const opened = -30;
const due = -6;

/** 最近一个报得齐的季度: over before the round was opened. */
function quarterOf(stage: Stage): { year: number; nth: number } {
  const before = dayOf(stage, opened);
  const year = Number(before.slice(0, 4));
  const all = [year - 1, year].flatMap((each) => [1, 2, 3, 4].map((nth) => ({ year: each, nth })));
  return all.findLast(({ year: each, nth }) => lastDay(periodOf(each, 'quarter', nth)) < before)!;
}

/** 指标填报: a quarter of Hefei: most districts are accepted, one came back, one waits to be checked, Baohe is late; every figure is invented and says so. */
export async function collectFigures(stage: Stage): Promise<void> {
  const { year, nth } = quarterOf(stage);
  const spoken = ['一', '二', '三', '四'][nth - 1];
  await knowBefore(stage, lastDay(periodOf(year, 'quarter', nth)));
  const id = await openRound(by(stage, 'hefei', { day: opened }), OpenRoundInput.parse({
    regionCode: '3401', zh: `${year}年第${spoken}季度儿童友好指标填报（示例）`, en: `Figures of quarter ${nth} of ${year} (invented)`, period: `${year}Q${nth}`, codes: asked.join(' '),
    district: dayOf(stage, due), department: dayOf(stage, 9), community: dayOf(stage, 9), note: '托位数以卫健系统登记为准；没有开展的写明原因，不要写 0。（示例）',
  }));
  const sheets = await stage.db.select().from(collectionSheets).where(eq(collectionSheets.roundId, id)).orderBy(collectionSheets.regionCode);
  const known = await indicatorsByCode(by(stage, 'hefei', { day: opened }), asked);
  const idOf = (code: (typeof asked)[number]) => known.get(code)!.id;
  for (const [place, sheet] of sheets.filter(({ level }) => level === 'district').entries()) {
    const who = officers[sheet.regionCode] ?? 'hefei';
    const day = -22 + (place % 5) * 2;
    const places = 2600 + place * 310;
    const entries = [
      { indicatorId: idOf('A08-1'), numerator: String(Math.round(places * (0.33 + ((place * 5) % 9) * 0.004))), denominator: String(places), source },
      { indicatorId: idOf('A09-1'), value: who === 'baohe' ? '8' : String(14 + (place % 4)), source },
      { indicatorId: idOf('A11-2'), ...(who === 'chaohu' ? { value: '52%', reason: '六个镇街的站点正在改建，暂时不算（示例）' } : { value: `${95 + ((place * 3) % 5)}%` }), source }, { indicatorId: idOf('A11-4'), value: `${94 + ((place * 5) % 5)}%`, source },
    ];
    await saveEntries(by(stage, who, { day }), sheet.id, who === 'baohe' ? entries.slice(0, 2) : entries);
    if (who === 'baohe') continue;
    await handIn(by(stage, who, { day, at: '15:00' }), sheet.id, who === 'hefei');
    if (who === 'shushan') continue;
    if (who === 'luyang') await returnSheet(by(stage, 'hefei', { day: due + 4 }), sheet.id, { turn: 1, note: '“四有”达标率要有每个站点的材料（示例）', remarks: [{ indicatorId: idOf('A11-4'), breakdown: 0, remark: '请核对站点总数' }] });
    else await acceptSheet(by(stage, who === 'hefei' ? 'office' : 'hefei', { day: day + 3 }), sheet.id, 1);
  }
  const health = sheets.find(({ department }) => department === 'wj')!;
  await saveEntries(by(stage, 'hefei', { day: -12 }), health.id, [{ indicatorId: idOf('A10-2'), value: '91.4%', source }]);
  await handIn(by(stage, 'hefei', { day: -12, at: '15:00' }), health.id, false);
  await acceptSheet(by(stage, 'office', { day: -9 }), health.id, 1);
  const women = sheets.find(({ department }) => department === 'fl')!;
  await saveEntries(by(stage, 'hefei', { day: -14 }), women.id, [{ indicatorId: idOf('A06-2'), value: '46', source }]);
  await handIn(by(stage, 'hefei', { day: -14, at: '15:00' }), women.id, false);
  await acceptSheet(by(stage, 'office', { day: -9, at: '10:00' }), women.id, 1);
  await collectTowns(stage, `${year}Q${nth}`, `${year}年第${spoken}季度`, idOf);
  await remindSheets(by(stage, 'system', { day: -1, at: '09:30' }));
}

/** 季末的夜里: what the city's own work says of the indicators that will be asked stands before they are. */
async function knowBefore(stage: Stage, day: string): Promise<void> {
  const facts = asked.flatMap((code) => { const line = crossingOf(code); return line && 'fact' in line ? [line.fact] : []; });
  await takeFacts(by(stage, 'system', { day: daysBetween(stage.today, addDays(day, 1)), at: '04:00' }), day, { facts, city: '3401' });
}

/** 区里向镇街要数: Baohe asks its towns and sub-districts; two have handed in, one of them accepted. */
async function collectTowns(stage: Stage, period: string, spoken: string, idOf: (code: (typeof asked)[number]) => number): Promise<void> {
  const id = await openRound(by(stage, 'baohe', { day: -15 }), OpenRoundInput.parse({
    regionCode: '340111', zh: `${spoken}包河区镇街填报（示例）`, en: `Towns of Baohe, ${period} (invented)`, period, codes: 'A09-1 A15-1', town: dayOf(stage, 9), note: '困境儿童以排查认定的为准。（示例）',
  }));
  const sheets = await stage.db.select().from(collectionSheets).where(eq(collectionSheets.roundId, id)).orderBy(collectionSheets.regionCode);
  for (const [nth, { username, regionCode }] of [{ username: 'luogang', regionCode: '340111001' }, { username: 'wuhulu', regionCode: '340111003' }].entries()) {
    const sheet = sheets.find((each) => each.regionCode === regionCode);
    if (!sheet) continue;
    await saveEntries(by(stage, username, { day: -8 + nth }), sheet.id, [{ indicatorId: idOf('A09-1'), value: String(2 + nth), source }, { indicatorId: idOf('A15-1'), numerator: String(41 + nth * 6), denominator: String(43 + nth * 6), source }]);
    await handIn(by(stage, username, { day: -8 + nth, at: '16:00' }), sheet.id, false);
    if (nth === 0) await acceptSheet(by(stage, 'baohe', { day: -5 }), sheet.id, 1);
  }
}

/** 交表, with a word for whatever the sheet asks one for: how much is known before depends on the day on which the story is told. */
async function handIn(ctx: Ctx, id: string, isForOthers: boolean): Promise<void> {
  const { asked: cells, lacking } = await sheetAtDesk(ctx, id);
  const unsaid = cells.filter((cell) => lacking.some((fault) => keyOf(fault) === keyOf(cell)));
  await saveEntries(ctx, id, unsaid.map(({ indicatorId, breakdown, entry }) => ({ ...entry, indicatorId, breakdown, reason: '这一季还没有办，下一季起按季统计（示例）' })));
  await handInSheet(ctx, id, { enteredFor: isForOthers ? '电话核实，区发展改革局（示例）' : '' });
}
