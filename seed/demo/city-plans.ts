import { writeSheets } from '#app/domain/base/documents/write-sheet.ts';
import { bringFigures } from '#app/domain/city/figure-files/bring-figures.ts';
import { checkFigureFile } from '#app/domain/city/figure-files/check-figures.ts';
import { ActionInput } from '#app/domain/city/city-plans/action-input.ts';
import { checkPlanTable } from '#app/domain/city/city-plans/check-plan-table.ts';
import { closePlan } from '#app/domain/city/city-plans/close-plan.ts';
import { copyPlan } from '#app/domain/city/city-plans/copy-plan.ts';
import { CloseInput, CopyPlanInput, EditPlanInput, PlanTableInput, TaskInput } from '#app/domain/city/city-plans/input.ts';
import { editPlan } from '#app/domain/city/city-plans/edit-plan.ts';
import { loadPlan, type PlanFile } from '#app/domain/city/city-plans/load-plan.ts';
import { markTask } from '#app/domain/city/city-plans/mark-task.ts';
import type { Measured } from '#app/domain/city/city-plans/model.ts';
import { getPlan } from '#app/domain/city/city-plans/read.ts';
import { saveAction } from '#app/domain/city/city-plans/save-action.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { type Indicator, indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { planInFile } from '../city-data.ts';
import { divideTargets, reportOnPlan } from './monitoring.ts';
import { by, type Stage } from './stage.ts';
import { warnOfPlan, watchAtNight } from './warnings.ts';

const districts = ['340102', '340103', '340104', '340111', '340121', '340122', '340123', '340124', '340181'];
/** What the demonstration leaves out, what stays short of its target, and by how much. */
const silent = new Set(['A02-6', 'A04-4', 'A06-3', 'A14-3', 'A15-10', 'A16-1', 'A16-2', 'A05-3']);
const short: Record<string, number> = { 'A10-2': 0.975, 'A11-4': 0.93, 'A13-2': 0.96, 'A12-1': 0.94 };
const undone = new Set(['A02-7', 'A04-5']);

/** 行动计划: the plan of the source lent to Hefei, carried out, closed and copied; Hangzhou's ten measures. Every figure is invented and says so. */
export async function carryOutPlans(stage: Stage): Promise<void> {
  const hefei = await lend(stage, 'city-3y-2023-2025', 'hefei', '3401');
  await divideTargets(stage, hefei.id);
  await reportDistricts(stage, hefei.file);
  await correctOnce(stage);
  await doTasks(stage, hefei.id, hefei.file);
  await warnOfPlan(stage);
  if (hefei.file.endsOn < stage.today) {
    await endAndGoOn(stage, hefei.id);
    await watchAtNight(stage, -199);
    await reportOnPlan(stage, hefei.id);
  }
  await bringTable(stage);
  await bringSheet(stage);
  const hangzhou = await lend(stage, 'hangzhou-ten-2022-2023', 'hangzhou', '3301');
  if (hangzhou.file.endsOn < stage.today) {
    const words = { closing: '两个年度的实事都已办结。（示例）', closingEn: 'The measures of both years are done. (invented)', edition: '1' };
    await closePlan(by(stage, 'hangzhou', { day: -150 }), hangzhou.id, CloseInput.parse(words));
  }
}

async function lend(stage: Stage, code: string, username: string, regionCode: string) {
  const file = planInFile(code);
  const ctx = by(stage, username, { day: -340 });
  const id = await loadPlan(ctx, file, regionCode, { isExample: true, reason: '按来源载入（示例）' });
  const known = await indicatorsByCode(ctx);
  for (const measured of file.content.actions.flatMap(({ indicators }) => indicators)) {
    for (const [year, value] of story(known.get(measured.code)!, measured, file)) await report(stage, username, regionCode, measured.code, year, value, known.get(measured.code)!.definition.kind === 'milestone');
  }
  return { id, file };
}

async function report(stage: Stage, username: string, regionCode: string, code: string, year: number, value: number, isPaper = false): Promise<void> {
  if (`${year}-12-31` >= stage.today) return;
  const source = isPaper ? `印发文件（示例）〔${year}〕${10 + (code.length % 7)} 号` : `部门年报（示例）${year} 年`;
  await recordValue(by(stage, username, { day: -300, at: '10:00' }), code, ValueInput.parse({ regionCode, period: String(year), value: String(value), source }));
}

/** The figures of a plan's years: on the way to the last target, most a little past it; no target means a quiet trend. */
function story({ code, definition }: Indicator, { targets }: Measured, { startsOn, endsOn }: PlanFile): [number, number][] {
  if (definition.formula !== null || silent.has(code)) return [];
  const [first, last] = [Number(startsOn.slice(0, 4)), Number(endsOn.slice(0, 4))];
  const target = targets.toSorted((one, other) => one.year - other.year).at(-1);
  const through = target?.year ?? last;
  if (definition.kind === 'milestone') return [[through, undone.has(code) ? 0 : 1]];
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const seed = [...code].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const end = target ? (target.max ?? target.value) * (short[code] ?? (target.op === '<=' ? 0.97 : 1 + (seed % 4) * 0.01)) : definition.unit === 'percent' ? 62 + (seed % 30) : 20 + (seed % 60);
  return years.map((year) => [year, fit(definition, code === 'A09-1' ? ({ 2023: 206, 2024: 158, 2025: 148 }[year] ?? 150) : end * (definition.accumulation === 'annual' ? 1 - Math.abs(through - year) * 0.04 : 1 - (through - year) * (definition.direction === 'hold' ? 0.005 : 0.12)))]);
}

function fit({ unit, most }: Indicator['definition'], value: number): number {
  const said = unit === 'percent' || unit === 'permille' || unit === 'per-1000' ? Math.round(value * 10) / 10 : Math.round(value);
  return most === null ? said : Math.min(most, said);
}

/** 各区县 in the last year: shares only; one district is silent about childcare, another falls short. */
async function reportDistricts(stage: Stage, { content }: PlanFile): Promise<void> {
  const known = await indicatorsByCode(by(stage, 'hefei', { day: -300 }));
  const shares = content.actions.flatMap(({ indicators }) => indicators).filter(({ code, targets }) => targets.length > 0 && known.get(code)!.definition.unit === 'percent');
  for (const [place, code] of districts.entries()) {
    for (const [nth, measured] of shares.entries()) {
      if ((place * 7 + nth * 3) % 17 === 5) continue;
      const goal = measured.targets.at(-1)!.value;
      await report(stage, 'hefei', code, measured.code, 2025, Math.min(100, Math.round(goal * (1.04 - ((place * 5 + nth * 4) % 9) * 0.018) * 10) / 10));
    }
  }
}

/** 一次更正: both figures stay in sight. */
async function correctOnce(stage: Stage): Promise<void> {
  if ('2024-12-31' >= stage.today) return;
  const said = { regionCode: '3401', period: '2024', value: '158', source: '妇联工作总结（示例）2024 年', reason: '核实后有六户已计入上一年（示例）' };
  await recordValue(by(stage, 'hefei', { day: -280 }), 'A09-1', ValueInput.parse({ ...said, value: '164', reason: '按补报的数更新（示例）' }));
  await recordValue(by(stage, 'hefei', { day: -260 }), 'A09-1', ValueInput.parse(said));
}

async function doTasks(stage: Stage, id: string, { content }: PlanFile): Promise<void> {
  for (const [nth, task] of content.actions.flatMap(({ tasks }) => tasks).entries()) {
    if (task.dueOn >= stage.today || nth % 6 === 4) continue;
    await markTask(by(stage, 'hefei', { day: -250 }), id, TaskInput.parse({ taskId: task.id, state: nth % 6 === 2 ? 'doing' : 'done', doneOn: nth % 6 === 2 ? '' : `${task.dueOn.slice(0, 4)}-11-20`, proof: nth % 6 === 2 ? '' : '工作总结（示例）', note: '' }));
  }
}

/** 结束与下一期: the plan is closed with a word, and its successor is being written. */
async function endAndGoOn(stage: Stage, id: string): Promise<void> {
  const ctx = by(stage, 'hefei', { day: -200 });
  const closing = '计划期满。托育、梦想小屋、关爱之家等目标已经达到；眼保健覆盖率、“四有”达标率、实践基地和暑托班离目标还差一点，转入下一期；儿童友好图书馆指引等没有报来材料，写作“未报”，下一期补报。（示例）';
  const closingEn = 'The time of the plan is over. Childcare, dream rooms and Homes of Care reached their targets; eye checks, the four things, practice bases and summer classes fell a little short and go on; where no paper was reported it says so, and the next plan takes it up. (invented)';
  await closePlan(ctx, id, CloseInput.parse({ closing, closingEn, edition: '1' }));
  const next = await copyPlan(by(stage, 'hefei', { day: -30 }), id, CopyPlanInput.parse({ zh: '建设儿童友好城市三年行动计划（2026—2028年）', en: 'Three-Year Action Plan for Building a Child-Friendly City (2026-2028)', startsOn: '2026-01-01', endsOn: '2028-12-31' }));
  const copied = await getPlan(ctx, next);
  await editPlan(by(stage, 'hefei', { day: -25 }), next, EditPlanInput.parse({
    zh: copied.zh, en: copied.en, startsOn: copied.startsOn, endsOn: copied.endsOn, issuer: copied.issuer, edition: String(copied.edition),
    goalZh: '到 2028 年，儿童友好的公共服务办到每个社区，孩子的意见进入每个部门的决策，上一期没有办成的事全部办成。（示例）', goalEn: 'By 2028 friendly services reach every community, children’s views enter the decisions of every department, and what the last plan left undone is done. (invented)',
  }));
  const { content, edition } = await getPlan(ctx, next);
  const childcare = content.actions.find(({ code }) => code === 'A08')!;
  const cover = childcare.indicators.find(({ code }) => code === 'A08-2')!.baseline;
  await saveAction(by(stage, 'hefei', { day: -20 }), next, 'A08', ActionInput.parse({
    code: childcare.code, no: String(childcare.no), campaign: String(childcare.campaign ?? 0), zh: childcare.zh, en: childcare.en,
    aboutZh: '发展普惠优先、形式多样的托育服务；社区综合体、闲置用房优先办托育，鼓励幼儿园开设托班、用人单位提供福利性照护。到 2028 年普惠托育占比不低于 40%，每千人口托位不少于 4.8 个。（示例）',
    aboutEn: 'Childcare of many kinds, inclusive first; community buildings and idle rooms go to childcare first, kindergartens and employers are encouraged to join in. By 2028 at least 40 % inclusive and 4.8 places per 1,000 people. (invented)',
    edition: String(edition),
    leads: [{ department: 'wj', role: 'lead', from: '2026-01-01' }, { department: 'jy', role: 'co', from: '2026-01-01' }], budgets: [{ year: 2026, amount: 860, source: '市级财政（示例）' }, { year: 2027, amount: 920, source: '市级财政（示例）' }],
    indicators: [{ code: 'A08-1', baseYear: 2025, baseValue: 30.9, targets: [over(2026, 34), over(2027, 37), over(2028, 40)] }, { code: 'A08-2', ...(cover ? { baseYear: cover.year, baseValue: cover.value } : {}), targets: [over(2028, 100)] }, { code: 'A08-5', targets: [over(2028, 4.8)] }],
    tasks: [{ dueOn: '2027-12-31', zh: '鼓励有条件的幼儿园开设托班', en: 'Encourage kindergartens to open nursery groups' }],
  }));
}

const over = (year: number, value: number) => ({ year, op: '>=', value });

/** 任务分解表 of a district, brought as a table: one cell is a slip, so nothing has been made of it. */
async function bringTable(stage: Stage): Promise<void> {
  const rows = [
    ['包河区儿童友好建设行动计划（2026—2028年）任务分解表（示例）'], ['序号', '重点任务', '指标名称', '计量单位', '2026年', '2027年', '2028年', '牵头单位', '配合单位', '具体任务'],
    ['1', '多办家门口的托育', '普惠托育服务占比', '%', '≥32%', '不低于36%', '40%以上', '区卫健委', '区教体局、各镇街', '社区用房优先办托育'], ['', '', '婴幼儿照护服务设施社区覆盖率', '%', '0.95', '100%', '100%', '', '', ''],
    ['2', '把关爱之家办到家门口', '儿童关爱之家覆盖率', '%', '90%', '逐步提高', '100%', '区民政局', '区妇联', '每处配一名儿童主任'],
  ];
  const content = await aSheet('任务分解表', rows);
  await checkPlanTable(by(stage, 'hefei', { day: -20, at: '10:00' }), PlanTableInput.parse({ regionCode: '340111', startsOn: '2026-01-01', endsOn: '2028-12-31' }), { name: '包河区任务分解表（示例）.xlsx', content });
}

/** 数值表 with one figure above the whole and one of another year: none of it has been recorded. */
async function bringSheet(stage: Stage): Promise<void> {
  const ctx = by(stage, 'hefei', { day: -12, at: '15:00' });
  const rows = [['地区代码', '地区', '指标编号', '指标', '期次', '数值', '分子', '分母', '来源'], ['340111', '包河区', 'A10-2', '', '2025', '131%', '', '', '（示例）'], ['340104', '蜀山区', 'A08-1', '', '2024', '33%', '', '', '（示例）'], ['340103', '庐阳区', 'A08-1', '', '2025', '0.34', '', '', '（示例）']];
  await checkFigureFile(ctx, await bringFigures(ctx, { name: '区县年报（示例）.xlsx', content: await aSheet('2025 年', rows) }));
}

const aSheet = (name: string, rows: string[][]) => writeSheets([{ name, widths: rows[1]!.map(() => 14), hidden: [], rules: [], across: [], frozenRows: 0, rows: rows.map((row) => row.map((text) => ({ text }))) }]);
