import { describe, expect } from 'vitest';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import { OpenRoundInput } from '#app/domain/city/collection/input.ts';
import { openRound } from '#app/domain/city/collection/open-round.ts';
import { roundAtDesk } from '#app/domain/city/collection/rounds.ts';
import { loader as figuresAtWork } from '#app/routes/work/figures/list.tsx';
import { loader as ownFigures } from '#app/routes/work/figures/sheet.tsx';
import { loader as rounds } from '#app/routes/desk/collection/collection.tsx';
import { loader as figuresRound } from '#app/routes/desk/collection/round.tsx';
import { loader as figuresSheet } from '#app/routes/desk/collection/sheet.tsx';
import { loader as planReports } from '#app/routes/desk/plans/reports/reports.tsx';
import { loader as planAction } from '#app/routes/desk/plans/action.tsx';
import { loader as planActionForm } from '#app/routes/desk/plans/edit-action.tsx';
import { loader as planDistricts } from '#app/routes/desk/plans/districts.tsx';
import { loader as deskPlan } from '#app/routes/desk/plans/plan.tsx';
import { loader as planValues } from '#app/routes/desk/plans/values.tsx';
import { loader as warningRule } from '#app/routes/desk/warnings/rule.tsx';
import { loader as warningRules } from '#app/routes/desk/warnings/rules.tsx';
import { loader as warning } from '#app/routes/desk/warnings/warning.tsx';
import { loader as warningsPage } from '#app/routes/desk/warnings/warnings.tsx';
import { anAlertThere } from './neighbours/warning-deeds.ts';
import { loader as cityPlanAction } from '#app/routes/public/plans/action.tsx';
import { loader as cockpit } from '#app/routes/desk/cockpit/cockpit.tsx';
import { loader as cockpitDepartment } from '#app/routes/desk/cockpit/department.tsx';
import { loader as cockpitDistrict } from '#app/routes/desk/cockpit/district.tsx';
import { loader as childScorecards } from '#app/routes/child/scorecards.tsx';
import { loader as scorecard } from '#app/routes/public/scorecard/scorecard.tsx';
import { loader as cityPlan } from '#app/routes/public/plans/plan.tsx';
import { loader as cityPlans } from '#app/routes/public/plans/plans.tsx';
import { planInFile } from '#seed/city-data.ts';
import { loadPlan } from '#app/domain/city/city-plans/load-plan.ts';
import { loader as statisticsDatabase } from '#app/routes/public/statistics-database/statistics-database.tsx';
import { as, binhu, ctxOf, test } from './world.ts';
import { questionsOf } from './questions-of.ts';

describe('every page of the city has a ceiling on its questions to the database', () => {
  test('the pages of an action plan of sixteen actions', async ({ db }) => {
    const officer = as(db, 'government-officer', '3401');
    const id = await loadPlan(officer, planInFile('city-3y-2023-2025'), '3401', { reason: '按来源载入' });
    expect(await questionsOf(cityPlans, ctxOf(db), '/plans')).toBeLessThanOrEqual(2);
    expect(await questionsOf(statisticsDatabase, ctxOf(db), '/statistics-database?i=A08-1,A06-2,A07-2&r=3401&scope=with-below&group=age&q=A08')).toBeLessThanOrEqual(13);
    expect(await questionsOf(cityPlan, ctxOf(db), `/plans/${id}`, { id })).toBeLessThanOrEqual(8);
    expect(await questionsOf(cityPlanAction, ctxOf(db), `/plans/${id}/actions/A11`, { id, action: 'A11' })).toBeLessThanOrEqual(10);
    for (const [code, said] of [['A06-2', '304'], ['A09-1', '60'], ['A10-2', '93']] as const) await recordValue(officer, code, ValueInput.parse({ regionCode: '3401', period: '2025', value: said }));
    // A target about people: whether its figure may be seen is asked too.
    expect(await questionsOf(cityPlan, ctxOf(db), `/plans/${id}`, { id })).toBeLessThanOrEqual(11);
    for (const action of ['A06', 'A09']) expect(await questionsOf(cityPlanAction, ctxOf(db), `/plans/${id}/actions/${action}`, { id, action })).toBeLessThanOrEqual(11);
    expect(await questionsOf(deskPlan, officer, `/desk/plans/${id}`, { id })).toBeLessThanOrEqual(5);
    expect(await questionsOf(planAction, officer, `/desk/plans/${id}/actions/A11`, { id, action: 'A11' })).toBeLessThanOrEqual(11);
    expect(await questionsOf(planActionForm, officer, `/desk/plans/${id}/actions/A11/edit`, { id, action: 'A11' })).toBeLessThanOrEqual(6);
    expect(await questionsOf(cockpit, officer, '/desk/cockpit')).toBeLessThanOrEqual(13);
    expect(await questionsOf(cockpitDistrict, officer, '/desk/cockpit/districts/340111', { code: '340111' })).toBeLessThanOrEqual(12);
    expect(await questionsOf(cockpitDepartment, officer, '/desk/cockpit/departments/wj', { id: 'wj' })).toBeLessThanOrEqual(11);
    expect(await questionsOf(scorecard, ctxOf(db), '/scorecard/3401', { code: '3401' })).toBeLessThanOrEqual(12);
    expect(await questionsOf(childScorecards, ctxOf(db), '/child/scorecard')).toBeLessThanOrEqual(2);
    expect(await questionsOf(planReports, officer, `/desk/plans/${id}/reports`, { id })).toBeLessThanOrEqual(6);
    expect(await questionsOf(planDistricts, officer, `/desk/plans/${id}/districts`, { id })).toBeLessThanOrEqual(8);
    expect(await questionsOf(planValues, officer, `/desk/plans/${id}/values?indicator=A08-1`, { id })).toBeLessThanOrEqual(10);
  });

  test('the pages of a round of figures that asks every district of a city', async ({ db }) => {
    const officer = as(db, 'government-officer', '3401');
    const id = await openRound(officer, OpenRoundInput.parse({ regionCode: '3401', zh: '季度填报', en: 'Quarter', period: '2026Q2', codes: 'A06-1 A08-1 A11-2 A15-1', district: '2026-12-01' }));
    const [sheet] = (await roundAtDesk(officer, id)).page.rows;
    expect(await questionsOf(rounds, officer, '/desk/collection')).toBeLessThanOrEqual(6);
    expect(await questionsOf(figuresRound, officer, `/desk/collection/${id}`, { id })).toBeLessThanOrEqual(7);
    expect(await questionsOf(figuresSheet, officer, `/desk/collection/sheets/${sheet!.id}`, { id: sheet!.id })).toBeLessThanOrEqual(11);
    const towns = await openRound(as(db, 'government-officer', '340111'), OpenRoundInput.parse({ regionCode: '340111', zh: '镇街填报', en: 'Towns', period: '2026Q2', codes: 'A09-1 A15-1', town: '2026-12-01' }));
    const town = (await roundAtDesk(officer, towns)).page.rows.find(({ regionCode }) => regionCode === binhu)!;
    expect(await questionsOf(figuresAtWork, as(db, 'community-worker', binhu), `/work/${binhu}/figures`, { code: binhu })).toBeLessThanOrEqual(8);
    expect(await questionsOf(ownFigures, as(db, 'community-worker', binhu), `/work/${binhu}/figures/${town.id}`, { code: binhu, id: town.id })).toBeLessThanOrEqual(16);
  });

  test('the pages of early warning', async ({ db }) => {
    const officer = as(db, 'government-officer', '340111');
    const id = await anAlertThere(db, '一条预警');
    expect(await questionsOf(warningsPage, officer, '/desk/warnings')).toBeLessThanOrEqual(6);
    expect(await questionsOf(warning, officer, `/desk/warnings/${id}`, { id })).toBeLessThanOrEqual(7);
    expect(await questionsOf(warningRules, officer, '/desk/warnings/rules')).toBeLessThanOrEqual(6);
    expect(await questionsOf(warningRule, officer, '/desk/warnings/rules/W2', { id: 'W2' })).toBeLessThanOrEqual(7);
  });
});
