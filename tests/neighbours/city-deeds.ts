import { eq } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { closePlan } from '#app/domain/city/city-plans/close-plan.ts';
import { copyPlan } from '#app/domain/city/city-plans/copy-plan.ts';
import { editPlan } from '#app/domain/city/city-plans/edit-plan.ts';
import { ActionInput } from '#app/domain/city/city-plans/action-input.ts';
import { EditPlanInput, StartPlanInput, TaskInput } from '#app/domain/city/city-plans/input.ts';
import { loadPlan } from '#app/domain/city/city-plans/load-plan.ts';
import { markTask } from '#app/domain/city/city-plans/mark-task.ts';
import { publishPlan } from '#app/domain/city/city-plans/publish-plan.ts';
import { listOwnPlans, planAtDesk } from '#app/domain/city/city-plans/read.ts';
import { removeAction } from '#app/domain/city/city-plans/remove-action.ts';
import { saveAction } from '#app/domain/city/city-plans/save-action.ts';
import { startPlan } from '#app/domain/city/city-plans/start-plan.ts';
import { valuesAtDesk } from '#app/domain/city/city-plans/values-at-desk.ts';
import { dividedAtDesk } from '#app/domain/city/city-plans/divided-at-desk.ts';
import { saveDistrictTargets } from '#app/domain/city/city-plans/save-district-targets.ts';
import { acceptSheet } from '#app/domain/city/collection/accept-sheet.ts';
import { attachEvidence } from '#app/domain/city/collection/attach-evidence.ts';
import { closeRound } from '#app/domain/city/collection/close-round.ts';
import { detachEvidence } from '#app/domain/city/collection/detach-evidence.ts';
import { handInSheet } from '#app/domain/city/collection/hand-in.ts';
import { openEvidence } from '#app/domain/city/collection/open-evidence.ts';
import { OpenRoundInput } from '#app/domain/city/collection/input.ts';
import { openRound } from '#app/domain/city/collection/open-round.ts';
import { planRound } from '#app/domain/city/collection/plan-round.ts';
import { returnSheet } from '#app/domain/city/collection/return-sheet.ts';
import { listRounds, plansToAsk, roundAtDesk } from '#app/domain/city/collection/rounds.ts';
import { mySheets, sheetsToCheck } from '#app/domain/city/collection/waiting.ts';
import { saveEntries } from '#app/domain/city/collection/save-entries.ts';
import { sheetAtDesk } from '#app/domain/city/collection/sheet-at-desk.ts';
import { sheetsOf } from '#app/domain/city/collection/sheets-of.ts';
import { collectionSheets } from '#app/domain/city/collection/tables.server.ts';
import { bringMessage } from '#app/domain/city/statistics-database/bring-message.ts';
import { defineIndicator } from '#app/domain/city/indicators/define-indicator.ts';
import { importIndicators } from '#app/domain/city/indicators/import-indicators.ts';
import { DefinitionInput, ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { StartReportInput } from '#app/domain/city/monitoring-reports/input.ts';
import { reportsAtDesk } from '#app/domain/city/monitoring-reports/read.ts';
import { startReport } from '#app/domain/city/monitoring-reports/start-report.ts';
import { planInFile } from '#seed/city-data.ts';
import { as, baohe } from '#tests/world.ts';
import type { Deed } from './deeds.ts';

const deed = (right: Deed['right'], run: Deed['run']): Deed => ({ name: '', right, run });
const days = { startsOn: '2026-01-01', endsOn: '2028-12-31' };
const action = ActionInput.parse({ code: 'B01', no: '1', zh: '隔壁的行动', en: 'of next door', indicators: [{ code: 'A08-1', targets: [{ year: 2026, op: '>=', value: 32 }] }], leads: [{ department: 'wj', from: '2026-01-01' }], tasks: [{ dueOn: '2026-12-31', zh: '隔壁的任务', en: 'a task' }], edition: '1' });
const definition = DefinitionInput.parse({ zh: '隔壁的指标', en: 'of next door', direction: 'up', frequency: 'annual', level: 'city', owner: 'fl', reason: '隔壁来改', version: '1' });

/** 那边的计划: being written, with the mark in its words. */
export async function aPlanThere(db: Db, secret: string): Promise<string> {
  const ctx = as(db, 'government-officer', baohe);
  const id = await startPlan(ctx, StartPlanInput.parse({ regionCode: baohe, zh: secret, en: `${secret}-en`, ...days }));
  await saveAction(ctx, id, null, { ...action, zh: secret });
  return id;
}

const asking = (zh: string) => OpenRoundInput.parse({ regionCode: baohe, zh, en: 'of next door', period: '2026Q2', codes: 'A08-1', district: '2026-12-01' });

/** 那边的填报: a round with its one sheet, with the mark in its name. */
export async function aRoundThere(db: Db, secret: string): Promise<{ figuresRound: string; figuresSheet: string }> {
  const figuresRound = await openRound(as(db, 'government-officer', baohe), asking(secret));
  const [sheet] = await db.select({ id: collectionSheets.id }).from(collectionSheets).where(eq(collectionSheets.roundId, figuresRound));
  return { figuresRound, figuresSheet: sheet!.id };
}

const cell = { indicatorId: 1, breakdown: 0 };

/** 城市的事 under their verbs. */
/** A message of another system about a region that is not theirs. */
const message = `<adx xmlns="urn:ihe:qrph:adx:2015" exported="2026-01-01T00:00:00Z"><group orgUnit="${baohe}" period="2025-01-01/P1Y"><dataValue dataElement="A12-1" value="3"/></group></adx>`;

export const cityDeeds = {
  'indicator.define': [deed('cityPlan', (ctx) => defineIndicator(ctx, 'A08-1', definition)), deed('cityPlan', (ctx) => importIndicators(ctx, { departments: [], breakdowns: [], indicators: [], observed: [] }))],
  'value.record': [deed('cityPlan', (ctx) => bringMessage(ctx, { text: message, source: '隔壁', reason: '' })), deed('cityPlan', (ctx) => recordValue(ctx, 'A08-1', ValueInput.parse({ regionCode: baohe, period: '2025', value: '31%' }))), deed('cityPlan', (ctx, id) => valuesAtDesk(ctx, id, {}))],
  'city-plan.edit': [
    deed('cityPlan', async (ctx) => (await listOwnPlans(ctx)).rows), deed('cityPlan', (ctx, id) => planAtDesk(ctx, id)), deed('cityPlan', (ctx) => startPlan(ctx, StartPlanInput.parse({ regionCode: baohe, zh: '隔壁的计划', en: 'of next door', ...days }))),
    deed('cityPlan', (ctx, id) => editPlan(ctx, id, EditPlanInput.parse({ zh: '隔壁的计划', en: 'of next door', ...days, edition: '2' }))), deed('cityPlan', (ctx, id) => saveAction(ctx, id, 'B01', { ...action, edition: 2 })), deed('cityPlan', (ctx, id) => removeAction(ctx, id, 'B01', 2)),
    deed('cityPlan', (ctx, id) => copyPlan(ctx, id, { zh: '隔壁的计划', en: 'of next door', ...days })), deed('cityPlan', (ctx, id) => markTask(ctx, id, TaskInput.parse({ taskId: 'B01-t1', state: 'doing' }))),
    deed('cityPlan', (ctx, id) => dividedAtDesk(ctx, id)), deed('cityPlan', (ctx, id) => reportsAtDesk(ctx, id)), deed('cityPlan', (ctx, id) => startReport(ctx, id, StartReportInput.parse({ kind: 'yearly', year: '2026' }))), deed('cityPlan', (ctx, id) => saveDistrictTargets(ctx, id, { cells: [], reason: '隔壁来分解', version: 0 })),
  ],
  'city-plan.publish': [
    deed('cityPlan', (ctx, id) => publishPlan(ctx, id, { reason: '隔壁来发布', edition: 2 })), deed('cityPlan', (ctx, id) => closePlan(ctx, id, { closing: '隔壁来结束这个计划。', closingEn: '', edition: 2 })),
    deed('cityPlan', (ctx) => loadPlan(ctx, planInFile('hangzhou-ten-2022-2023'), baohe, { reason: '隔壁来载入' })),
  ],
  'collection.open': [
    deed('figuresRound', (ctx) => openRound(ctx, asking('隔壁来开始填报'))), deed('figuresRound', (ctx) => planRound(ctx, asking('隔壁来看看'))), deed('figuresRound', (ctx, id) => closeRound(ctx, id)), deed('cityPlan', plansToAsk),
  ],
  'collection.fill': [
    deed('figuresRound', async (ctx) => (await listRounds(ctx)).rows), deed('figuresRound', (ctx, id) => roundAtDesk(ctx, id)), deed('figuresSheet', mySheets), deed('figuresSheet', sheetAtDesk), deed('figuresSheet', (ctx) => sheetsOf(ctx, baohe)),
    deed('figuresSheet', (ctx, id) => saveEntries(ctx, id, [])), deed('figuresSheet', (ctx, id) => attachEvidence(ctx, id, cell, { name: '隔壁.pdf', content: Buffer.from('%PDF') })), deed('figuresSheet', (ctx, id) => detachEvidence(ctx, id, cell)), deed('figuresSheet', (ctx, id) => openEvidence(ctx, id, '019c0000-0000-7000-8000-00000000f0f0')), deed('figuresSheet', (ctx, id) => handInSheet(ctx, id, { enteredFor: '隔壁来交' })),
  ],
  'collection.check': [deed('figuresSheet', sheetsToCheck), deed('figuresSheet', (ctx, id) => acceptSheet(ctx, id, 1)), deed('figuresSheet', (ctx, id) => returnSheet(ctx, id, { turn: 1, note: '隔壁来退回', remarks: [] }))],
} satisfies Record<string, Deed[]>;
