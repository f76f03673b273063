import { districtsOf } from '#app/domain/city/city-plans/district-targets.ts';
import { saveDistrictTargets } from '#app/domain/city/city-plans/save-district-targets.ts';
import { loadPlan, type PlanFile } from '#app/domain/city/city-plans/load-plan.ts';
import { TaskInput } from '#app/domain/city/city-plans/input.ts';
import { markTask } from '#app/domain/city/city-plans/mark-task.ts';
import type { Measured } from '#app/domain/city/city-plans/model.ts';
import type { Definition } from '#app/domain/city/indicators/model.ts';
import { lastDay, periodsIn } from '#app/domain/city/indicators/period.ts';
import { type Indicator, indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { type Place, writeValue } from '#app/domain/city/indicators/write-value.ts';
import { change } from '#app/platform/change.ts';
import { daysBetween } from '#app/platform/dates.ts';
import { planInFile } from '../city-data.ts';
import { by, dayOf, type Stage } from './stage.ts';

const city = '3401';
/** What the year asks: where the year begins, and its target. The rest are milestones that were left over. */
const asked: Record<string, { from: number | null; to: number; op?: '>=' | '<=' }> = {
  'A05-1': { from: null, to: 2 }, 'A06-6': { from: 84, to: 90 }, 'A08-1': { from: 30.9, to: 34 }, 'A08-2': { from: 96, to: 100 }, 'A08-5': { from: 4.6, to: 4.8 }, 'A09-1': { from: null, to: 160 }, 'A10-2': { from: null, to: 95 },
  'A11-2': { from: 92, to: 100 }, 'A11-3': { from: 92, to: 100 }, 'A11-4': { from: 86, to: 100 }, 'A13-1': { from: 94, to: 100 }, 'A13-2': { from: 90, to: 100 }, 'A14-2': { from: 88, to: 95 }, 'A15-1': { from: null, to: 100 }, 'A15-9': { from: 70, to: 90 },
};
const leftOver = new Set(['A02-6', 'A02-7', 'A04-4', 'A04-5', 'A16-2']);
/** Where it does not go as it should: how much of the path is there. Everywhere else the city works. */
const short: Record<string, number> = { '340102 A11-3': 0.92, '340123 A13-2': 0.8, '340104 A15-1': 0.972, '3401 A14-2': 0.93 };
/** Where only the last figure falls behind; it comes in later than the others (`tellLatest`). */
const fresh: Record<string, number> = { '340111 A09-1': 0.78, '340124 A11-3': 0.92, '340121 A15-9': 0.9, '340104 A08-2': 0.88 };
/** What a district never told, beside the zone that never tells anything. */
const untold = new Set(['340122 A13-1']);
/** A month that was typed wrongly: nearly twice as much as was to be expected. */
const jump = { key: '3401 A09-1', factor: 1.6 };
const usual = [1.02, 1.01, 0.99, 1, 0.98, 1.02, 1, 0.97, 1.01];
const goalOf = (code: string, to: number, at: number) => (code === 'A09-1' && at > 0 ? districtGoal(at - 1) : to);
const districtGoal = (at: number) => 12 + (at % 4) * 2;

/** What the round of collection asks districts for itself: its last quarter is left to it. */
const collected = new Set(['A08-1', 'A09-1', 'A10-2', 'A11-2', 'A11-4', 'A15-1']);
const source = '部门季报（示例）';

/** 今年的实施方案: a plan that runs while one looks, divided among districts, with figures as far as the year has gone; every figure is invented and says so. */
export async function runThisYear(stage: Stage): Promise<void> {
  const year = Number(stage.today.slice(0, 4));
  const file = planOf(year);
  const id = await loadPlan(by(stage, 'hefei', { day: -250 }), file, city, { isExample: true, reason: '年度实施方案印发（示例）' });
  const places = (await districtsOf(by(stage, 'hefei', { day: -250 }), city)).map(({ code }) => code);
  await saveDistrictTargets(by(stage, 'hefei', { day: -245 }), id, { version: 0, reason: '', cells: places.map((regionCode, at) => ({ regionCode, code: 'A09-1', year, said: `>=${districtGoal(at)}` })) });
  const known = await indicatorsByCode(by(stage, 'hefei', { day: -250 }));
  for (const [at, regionCode] of telling(places).entries()) await tellFigures(stage, regionCode, at, year, known, false);
  for (const [nth, task] of file.content.actions.flatMap(({ tasks }) => tasks).entries()) {
    if (nth % 4 !== 1) await markTask(by(stage, 'hefei', { day: nth % 4 === 0 ? -2 : -60 }), id, TaskInput.parse({ taskId: task.id, state: nth % 4 === 0 ? 'done' : 'doing', doneOn: nth % 4 === 0 ? dayOf(stage, -3) : '', proof: nth % 4 === 0 ? '工作通报（示例）' : '', note: '' }));
  }
}

/** 后来才到的数: those that fall behind only now. */
export async function tellLatest(stage: Stage): Promise<void> {
  const places = (await districtsOf(by(stage, 'hefei', { day: -250 }), city)).map(({ code }) => code);
  const known = await indicatorsByCode(by(stage, 'hefei', { day: -250 }));
  for (const [at, regionCode] of telling(places).entries()) await tellFigures(stage, regionCode, at, Number(stage.today.slice(0, 4)), known, true);
}

/** The last of the city's zones never reports. */
const telling = (places: readonly string[]) => [city, ...places.filter((code) => code !== places.findLast((each) => each.startsWith('34017')))];

function planOf(year: number): PlanFile {
  const { content, ...file } = planInFile('city-3y-2023-2025');
  const measured = ({ code, ...rest }: Measured): Measured[] => {
    if (leftOver.has(code)) return [{ ...rest, code, baseline: null, targets: [{ year, op: '=', value: 1 }] }];
    const goal = asked[code];
    return goal ? [{ ...rest, code, provenance: 'inferred', baseline: goal.from === null ? null : { year: year - 1, value: goal.from }, targets: [{ year, op: goal.op ?? '>=', value: goal.to }] }] : [];
  };
  const actions = content.actions.map((action) => ({
    ...action, about: thisYear(action.code, action.about, year), budgets: [], indicators: action.indicators.flatMap(measured),
    tasks: action.tasks.map((task, at) => ({ ...task, dueOn: `${year}-${at % 2 === 0 ? '10-31' : '12-20'}` })), leads: action.leads.map((lead) => ({ ...lead, from: `${year}-01-01`, until: null })),
  })).filter(({ indicators }) => indicators.length > 0);
  return {
    ...file, code: `hefei-${year}`, zh: `合肥市儿童友好城市建设${year}年度实施方案（示例）`, en: `Hefei: implementation scheme for a child-friendly city, ${year} (invented)`, startsOn: `${year}-01-01`, endsOn: `${year}-12-31`, source: 'ours',
    content: { ...content, goal: { zh: `${year} 年，把三年行动计划里最要紧的十二项行动办到区县，每季度对外说一次进展。（示例）`, en: `In ${year} the twelve most pressing actions of the three-year plan reach every district, and what has come of them is told each quarter. (invented)` }, caveats: [{ zh: '演示用的年度方案：行动取自来源，目标和数字都是虚构的。', en: 'A scheme of the demonstration: its actions come from the source, targets and figures are invented.' }], actions },
  };
}

/** The words of the source name its own years, and here and there a target that is another in this one. */
function thisYear(code: string, { zh, en }: { zh: string; en: string }, year: number): { zh: string; en: string } {
  const said = (words: string) => (ownWords[code] ?? []).reduce((text, [before, after]) => text.replace(before, after), words).replace(/(?<!\d)202[3-5](?!\d)/g, String(year));
  return { zh: said(zh), en: said(en) };
}
const ownWords: Record<string, readonly (readonly [string, string])[]> = {
  A08: [['不低于 30%', `不低于 ${asked['A08-1']!.to}%`], ['at least 30 %', `at least ${asked['A08-1']!.to} %`]],
  A09: [['200 户', `${asked['A09-1']!.to} 户`], ['，到 2025 年完成 500 户', ''], ['200 “dream rooms”', `${asked['A09-1']!.to} “dream rooms”`], ['; 500 homes by 2025', '']],
};

/** The periods that are over and were reported three weeks later; of months only every third and the last one. */
function periodsTold({ frequency, level }: Definition, year: number, isCity: boolean, today: string): number[] {
  const over = periodsIn(year, frequency).filter((period) => daysBetween(lastDay(period), today) > 20);
  return frequency === 'month' && (!isCity || level === 'community') ? over.filter((_, at) => at % 3 === 2 || at === over.length - 1) : over;
}

async function tellFigures(stage: Stage, regionCode: string, at: number, year: number, known: ReadonlyMap<string, Indicator>, isLater: boolean): Promise<void> {
  const isCity = regionCode === city;
  for (const [nth, [code, goal]] of Object.entries(asked).entries()) {
    const { id, definition } = known.get(code)!;
    if ((!isCity && !['percent', 'households'].includes(definition.unit)) || untold.has(`${regionCode} ${code}`)) continue;
    const periods = periodsTold(definition, year, isCity, stage.today).filter((period, place, all) => !collected.has(code) || isCity || place < all.length - 1);
    const recent = periods.at(-1);
    for (const period of periods) {
      const share = Number(lastDay(period).slice(5, 7)) / 12;
      const key = `${regionCode} ${code}`;
      if (isLater !== (period === recent && key in fresh)) continue;
      const isHeld = definition.direction === 'hold';
      const typed = key === jump.key && period === recent ? jump.factor : 1;
      const weak = typed * (short[key] ?? (isLater ? fresh[key] : undefined) ?? (isHeld ? 1.01 : isCity ? 0.99 - (nth % 3) * 0.006 : usual[(at * 3 + nth * 4) % usual.length]!));
      const to = goalOf(code, goal.to, at);
      const path = definition.accumulation === 'annual' ? to * share : goal.from === null ? to : goal.from + (to - goal.from) * share;
      const value = definition.unit === 'percent' || definition.unit === 'per-1000' ? Math.round(Math.min(definition.most ?? Infinity, path * weak) * 10) / 10 : Math.round(path * weak);
      const day = period === recent && (at + nth) % 4 === 0 ? -3 : Math.min(isLater ? -6 : -9, daysBetween(stage.today, lastDay(period)) + 20);
      await put(stage, { indicatorId: id, regionCode, period, breakdown: 0 }, value, day);
    }
  }
}

const put = (stage: Stage, place: Place, value: number, day: number) =>
  change(by(stage, 'hefei', { day, at: '11:00' }), async (tx) => {
    await writeValue(tx, place, { value, numerator: null, denominator: null }, { origin: 'by-hand', source, sourceUrl: null, reason: '按部门季报更正（示例）' });
    await tx.record('value.recorded', { id: String(place.indicatorId), regionCode: place.regionCode }, { period: place.period, breakdown: 0, value });
  });
