import { and, asc, eq, like } from 'drizzle-orm';
import { answerAlert } from '#app/domain/city/early-warning/answer-alert.ts';
import { closeAlert } from '#app/domain/city/early-warning/close-alert.ts';
import { AnswerInput, JudgeInput, RuleInput } from '#app/domain/city/early-warning/input.ts';
import { ruleCodes } from '#app/domain/city/early-warning/model.ts';
import { saveRule } from '#app/domain/city/early-warning/save-rule.ts';
import { switchOn } from '#app/domain/city/early-warning/switch-rule.ts';
import { alerts } from '#app/domain/city/early-warning/tables.server.ts';
import { testRule } from '#app/domain/city/early-warning/test-rule.ts';
import { watchAll } from '#app/domain/city/early-warning/watch.ts';
import { by, dayOf, type Stage } from './stage.ts';

const said = [
  { reason: '两处项目年底才验收，数还没有计入。（示例）', measure: '下月完成验收并更正数值。（示例）' },
  { reason: '人手不足，一季度才开始办。（示例）', measure: '由区里调两名专干，六月底前补上。（示例）' },
  { reason: '口径与上年不同，按新口径少了一块。（示例）', measure: '按原口径重算并在说明里写清。（示例）' },
];

/** 规则启用与第一夜: the nation's rules are back-tested and switched on while the plan of Hefei still runs; officers answer, somebody else closes. */
export async function warnOfPlan(stage: Stage): Promise<void> {
  for (const rule of ruleCodes) {
    await testRule(by(stage, 'office', { day: -296 }), '*', rule, 1);
    await switchOn(by(stage, 'office', { day: -295 }), '*', rule, 1);
  }
  await watchAtNight(stage, -292);
  const raised = await stage.db.select({ id: alerts.id, rule: alerts.rule }).from(alerts).where(and(eq(alerts.regionCode, '3401'), eq(alerts.state, 'open'))).orderBy(asc(alerts.rule), asc(alerts.indicatorId)).limit(24);
  for (const [nth, { id, rule }] of raised.entries()) {
    if (nth % 6 === 5) continue;
    await answerAlert(by(stage, 'hefei', { day: -290 + (nth % 3) }), id, AnswerInput.parse({ ...said[nth % 3], measureBy: dayOf(stage, -230) }));
    if (nth % 7 === 6) continue;
    await closeAlert(by(stage, 'office', { day: -284 }), id, JudgeInput.parse({ verdict: rule === 'W1' ? (nth % 4 === 1 ? 'false' : 'real') : nth % 3 === 2 ? 'false' : 'real', words: '' }));
  }
}

/** 夜里: whatever has changed since the last night. */
export async function watchAtNight(stage: Stage, day: number): Promise<void> {
  await watchAll(by(stage, 'system', { day, at: '04:30' }));
}

/** 这几夜: alerts of the plan that runs; Hefei has a stricter rule of its own against late sheets, and a milder one is being tried out. */
export async function warnToday(stage: Stage): Promise<void> {
  const own = { answerYellow: '5', answerOrange: '3', answerRed: '1', version: '0', reportDays: '30' };
  await saveRule(by(stage, 'hefei', { day: -40 }), '3401', 'W1', RuleInput.parse({ ...own, yellow: '3', orange: '5', red: '20', reason: '季度填报时间短，提前提醒（示例）' }));
  await testRule(by(stage, 'hefei', { day: -40 }), '3401', 'W1', 1);
  await switchOn(by(stage, 'office', { day: -39 }), '3401', 'W1', 1);
  await saveRule(by(stage, 'hefei', { day: -12 }), '3401', 'W2', RuleInput.parse({ ...own, yellow: '90', orange: '80', red: '60', reason: '一季度项目多在下半年完工，试一试放宽（示例）' }));
  await testRule(by(stage, 'hefei', { day: -12 }), '3401', 'W2', 1);
  await watchAtNight(stage, -5);
  const raised = await stage.db.select({ id: alerts.id, level: alerts.level }).from(alerts).where(and(like(alerts.regionCode, '3401%'), eq(alerts.state, 'open'))).orderBy(asc(alerts.regionCode), asc(alerts.indicatorId), asc(alerts.rule));
  for (const [nth, { id, level }] of raised.entries()) {
    if (nth % 9 === 4 || (nth % 4 === 3 && level !== 'red')) continue;
    await answerAlert(by(stage, 'hefei', { day: -4 }), id, AnswerInput.parse({ ...said[nth % 3], measureBy: dayOf(stage, 20) }));
    if (nth % 3 !== 1) await closeAlert(by(stage, 'office', { day: -2 }), id, JudgeInput.parse({ verdict: nth % 5 === 2 ? 'false' : 'real', words: '' }));
  }
  await watchAtNight(stage, -1);
}
