import type { Db } from '#app/db/db.server.ts';
import { answerAlert } from '#app/domain/city/early-warning/answer-alert.ts';
import { assignOwner } from '#app/domain/city/early-warning/assign-owner.ts';
import { askOff, keepOn } from '#app/domain/city/early-warning/ask-off.ts';
import { alertAtDesk } from '#app/domain/city/early-warning/at-desk.ts';
import { closeAlert, sendBack } from '#app/domain/city/early-warning/close-alert.ts';
import { confirmMeasure } from '#app/domain/city/early-warning/confirm-measure.ts';
import { importRules } from '#app/domain/city/early-warning/import-rules.ts';
import { RuleInput } from '#app/domain/city/early-warning/input.ts';
import { idsInFold, listAlerts } from '#app/domain/city/early-warning/list-alerts.ts';
import { rulesAtDesk } from '#app/domain/city/early-warning/rules-at-desk.ts';
import { saveRule } from '#app/domain/city/early-warning/save-rule.ts';
import { switchOff, switchOn } from '#app/domain/city/early-warning/switch-rule.ts';
import { alerts } from '#app/domain/city/early-warning/tables.server.ts';
import { testRule } from '#app/domain/city/early-warning/test-rule.ts';
import { noGround } from '#app/domain/city/early-warning/weigh.ts';
import { as, baohe } from '#tests/world.ts';
import type { Deed } from './deeds.ts';

const deed = (right: Deed['right'], run: Deed['run']): Deed => ({ name: '', right, run });
const why = '隔壁写的理由和措施';
const settings = RuleInput.parse({ yellow: '7', orange: '15', red: '30', answerYellow: '9', answerOrange: '5', answerRed: '2', version: '1', reason: why });

/** 那边的预警, answered by somebody there, and a rule of its own. */
export async function anAlertThere(db: Db, secret: string): Promise<string> {
  await saveRule(as(db, 'government-officer', baohe), baohe, 'W1', { ...settings, version: 0, reason: secret });
  const [made] = await db.insert(alerts).values({ countyCode: Number(baohe), regionCode: baohe, indicatorId: 1, rule: 'W2', ruleRegion: '*', ruleVersion: 1, department: 'fl', level: 'red', state: 'answered', ground: noGround, raisedOn: '2026-08-30', dueOn: '2026-09-02', reason: secret, measure: secret, answeredById: 'somebody', answeredByName: secret }).returning({ id: alerts.id });
  return made!.id;
}

/** 监测预警 under its verbs. */
export const warningDeeds = {
  'warning.read': [deed('alert', async (ctx) => (await listAlerts(ctx, {})).page.rows), deed('alert', alertAtDesk), deed('alert', (ctx) => idsInFold(ctx, baohe, {})), deed('alert', (ctx) => rulesAtDesk(ctx, baohe))],
  'warning.answer': [deed('alert', (ctx, id) => answerAlert(ctx, id, { reason: why, measure: why, measureBy: null })), deed('alert', (ctx, id) => assignOwner(ctx, id, { ownerId: 'office' }))],
  'warning.close': [deed('alert', (ctx, id) => closeAlert(ctx, id, { verdict: 'real', words: why })), deed('alert', (ctx, id) => sendBack(ctx, id, { words: why })), deed('alert', (ctx, id) => confirmMeasure(ctx, id, { words: why }))],
  'warning-rule.edit': [
    deed('alert', (ctx) => saveRule(ctx, baohe, 'W1', settings)), deed('alert', (ctx) => testRule(ctx, baohe, 'W1', 1)), deed('alert', (ctx) => switchOn(ctx, baohe, 'W1', 1)), deed('alert', (ctx) => switchOff(ctx, baohe, 'W1')), deed('alert', (ctx) => importRules(ctx, [])), deed('alert', (ctx) => askOff(ctx, 'W1', { reason: why })), deed('alert', (ctx) => keepOn(ctx, 'W1')),
  ],
} satisfies Record<string, Deed[]>;
