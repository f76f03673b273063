import { and, asc, eq, like } from 'drizzle-orm';
import { answerAlert } from '#app/domain/city/early-warning/answer-alert.ts';
import { closeAlert } from '#app/domain/city/early-warning/close-alert.ts';
import { escalateAlerts } from '#app/domain/city/early-warning/escalate.ts';
import { AnswerInput, JudgeInput, RuleInput } from '#app/domain/city/early-warning/input.ts';
import { type RuleCode, ruleCodes, type Verdict } from '#app/domain/city/early-warning/model.ts';
import { saveRule } from '#app/domain/city/early-warning/save-rule.ts';
import { switchOn } from '#app/domain/city/early-warning/switch-rule.ts';
import { alerts } from '#app/domain/city/early-warning/tables.server.ts';
import { testRule } from '#app/domain/city/early-warning/test-rule.ts';
import { watchAll } from '#app/domain/city/early-warning/watch.ts';
import { by, dayOf, type Stage } from './stage.ts';
import { tellLatest } from './this-year.ts';

/** The plan's past holds too little for some rules: why they are switched on all the same. */
const tried = '先用一年，按季看准确度（示例）';

const said = [
  { reason: '两处项目年底才验收，数还没有计入。（示例）', measure: '下月完成验收并更正数值。（示例）' },
  { reason: '人手不足，一季度才开始办。（示例）', measure: '由区里调两名专干，六月底前补上。（示例）' },
  { reason: '口径与上年不同，按新口径少了一块。（示例）', measure: '按原口径重算并在说明里写清。（示例）' },
];

/** 规则启用与第一夜: the nation's rules are back-tested and switched on while the plan of Hefei still runs; officers answer, somebody else closes. */
export async function warnOfPlan(stage: Stage): Promise<void> {
  for (const rule of ruleCodes) {
    await testRule(by(stage, 'office', { day: -296 }), '*', rule, 1);
    await switchOn(by(stage, 'office-check', { day: -295 }), '*', rule, 1, tried);
  }
  await watchAtNight(stage, -292);
  const raised = await stage.db.select({ id: alerts.id, rule: alerts.rule }).from(alerts).where(and(eq(alerts.regionCode, '3401'), eq(alerts.state, 'open'))).orderBy(asc(alerts.rule), asc(alerts.indicatorId)).limit(24);
  for (const [nth, { id, rule }] of raised.entries()) {
    if (nth % 6 === 5) continue;
    await answerAlert(by(stage, 'hefei', { day: -290 + (nth % 3) }), id, AnswerInput.parse({ ...said[nth % 3], measureBy: dayOf(stage, -230) }));
    if (nth % 7 === 6) continue;
    await closeAlert(by(stage, 'office', { day: -284 }), id, JudgeInput.parse({ verdict: rule === 'W1' ? (nth % 4 === 1 ? 'false' : 'real') : nth % 3 === 2 ? 'false' : 'real', words: '' }));
  }
  await closeWhere(stage, 'office-check', await answerWhere(stage, 'office', { region: '*', rule: 'W1' }, -291, { reason: '全国年报次年才发布，现有的数只到上一期。（示例）', measure: '年报发布以后一个月内录入。（示例）' }), -286, 'real');
  for (const region of ['3301', '330106']) await closeWhere(stage, 'office', await answerWhere(stage, 'hangzhou', { region, rule: 'W4' }, -289, { reason: '一个社区并入另一个，认定数随之减少。（示例）', measure: '在说明里写清合并的日期。（示例）' }), -284, 'false');
}

/** 夜里: whatever has changed since the last night. */
export async function watchAtNight(stage: Stage, day: number): Promise<void> {
  await watchAll(by(stage, 'system', { day, at: '04:30' }));
}

/** 这几周: alerts of the plan that runs; Hefei has a stricter rule of its own against late sheets, and a milder one is being tried out. */
export async function warnToday(stage: Stage): Promise<void> {
  const own = { answerYellow: '5', answerOrange: '3', answerRed: '1', version: '0', reportDays: '30' };
  await saveRule(by(stage, 'hefei', { day: -40 }), '3401', 'W1', RuleInput.parse({ ...own, yellow: '3', orange: '5', red: '20', reason: '季度填报时间短，提前提醒（示例）' }));
  await testRule(by(stage, 'hefei', { day: -40 }), '3401', 'W1', 1);
  await switchOn(by(stage, 'office', { day: -39 }), '3401', 'W1', 1, tried);
  await saveRule(by(stage, 'hefei', { day: -12 }), '3401', 'W2', RuleInput.parse({ ...own, yellow: '90', orange: '80', red: '60', reason: '一季度项目多在下半年完工，试一试放宽（示例）' }));
  await testRule(by(stage, 'hefei', { day: -12 }), '3401', 'W2', 1);
  await watchAtNight(stage, -24);
  await handle(stage);
  await tellLatest(stage);
  await watchAtNight(stage, -5);
  await watchAtNight(stage, -1);
  await escalateAlerts(by(stage, 'system', { day: -1, at: '06:10' }));
}

/** 处置: one is closed as real, one as false, some wait to be closed, and one nobody answers is told above. */
async function handle(stage: Stage): Promise<void> {
  await answerWhere(stage, 'hefei', { region: '34017', rule: 'W1' }, -23, { reason: '开发区年中才纳入监测，数还在理。（示例）', measure: '补报一至三季度的数，专人对接。（示例）' });
  await closeWhere(stage, 'hefei', await answerWhere(stage, 'yaohai', { region: '340102', rule: 'W2' }, -20, said[1]!), -18, 'real');
  await closeWhere(stage, 'office', await answerWhere(stage, 'hefei', { region: '3401', rule: 'W4' }, -21, { reason: '十月把两个月的数合在一起报了，不是真的多做了一倍。（示例）', measure: '按月更正，填报说明里写清口径。（示例）' }), -19, 'false');
  await closeWhere(stage, 'hefei', await answerWhere(stage, 'shushan', { region: '340104', rule: 'W3' }, -22, { reason: '两户新排查出来，当月没有办完。（示例）', measure: '十二月发放前办完，补发上月。（示例）' }), -20, 'real');
  await answerWhere(stage, 'chaohu', { region: '340181', rule: 'W2' }, -23, { reason: '六个镇街的站点正在改建，暂时不算。（示例）', measure: '年底前四个改建完成，重新开放。（示例）' });
  await answerWhere(stage, 'hefei', { region: '340122', rule: 'W1' }, -23, said[1]!);
  await answerWhere(stage, 'hefei', { region: '3401', rule: 'W2' }, -22, said[0]!);
}

type Which = { region: string; rule: RuleCode };

async function answerWhere(stage: Stage, who: string, { region, rule }: Which, day: number, words: { reason: string; measure: string }): Promise<string[]> {
  const found = await stage.db.select({ id: alerts.id }).from(alerts).where(and(region.length === 5 ? like(alerts.regionCode, `${region}%`) : eq(alerts.regionCode, region), eq(alerts.rule, rule), eq(alerts.state, 'open'))).orderBy(asc(alerts.indicatorId));
  for (const { id } of found) await answerAlert(by(stage, who, { day }), id, AnswerInput.parse({ ...words, measureBy: dayOf(stage, 20) }));
  return found.map(({ id }) => id);
}

async function closeWhere(stage: Stage, who: string, ids: readonly string[], day: number, verdict: Verdict): Promise<void> {
  for (const id of ids) await closeAlert(by(stage, who, { day }), id, JudgeInput.parse({ verdict, words: '' }));
}
