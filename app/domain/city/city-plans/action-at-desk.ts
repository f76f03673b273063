import { breaksIn } from '#app/domain/city/indicators/breaks-in.ts';
import { turnsOf } from '#app/domain/city/indicators/meanings.ts';
import { indicatorsByCode, listDepartments } from '#app/domain/city/indicators/read.ts';
import { valuesIn } from '#app/domain/city/indicators/values.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { isUsableIn } from '#app/domain/city/indicators/model.ts';
import { figureOfYear, yearToAsk } from './figure-of-year.ts';
import { namesPastYears, yearsOf } from './model.ts';
import { lastTarget } from './progress.ts';
import { planAtDesk } from './read.ts';
import { standingsOf } from './whole-plan.ts';

/** 一项行动 at the desk, to be read: what it belongs to, who answers for it when, its figures beside their targets, its milestones with what proves them, tasks and money. */
export async function actionAtDesk(ctx: Ctx, id: string, code: string) {
  const { plan, place, progress } = await planAtDesk(ctx, id);
  const { goal, campaigns, actions } = plan.content;
  const at = actions.findIndex((each) => each.code === code);
  const action = actions[at];
  if (!action) throw new Refusal('city-action-not-found', 404);
  const [years, today] = [yearsOf(plan), beijingDay(ctx.now)];
  const known = await indicatorsByCode(ctx, action.indicators.map((each) => each.code));
  const values = await valuesIn(ctx, plan.regionCode, [...known.values()].map((each) => each.id), years[0]! - 3, years.at(-1)!);
  const turns = await turnsOf(ctx, [...known.values()]);
  const departments = await listDepartments(ctx);
  const standings = standingsOf([action], known, values, today).get(code)!;
  const beside = (step: number) => { const next = actions[at + step]; return next ? { code: next.code, zh: next.zh, en: next.en } : null; };
  return {
    plan: { id, zh: plan.zh, en: plan.en, place, goal, endsOn: plan.endsOn, edition: plan.edition, isClosed: plan.state === 'closed', isPublished: plan.revision > 0 }, years, today, action, progress,
    campaign: campaigns.find(({ no }) => no === action.campaign) ?? null, pastYears: namesPastYears(action, years[0]!), before: beside(-1), after: beside(1),
    leads: action.leads.map((lead) => ({ ...lead, name: departments.find((each) => each.id === lead.department) ?? { zh: lead.department, en: lead.department } })),
    indicators: action.indicators.map((measured) => {
      const { id: of, definition: { zh, en, unit, kind } } = known.get(measured.code)!;
      const own = values.filter(({ indicatorId }) => indicatorId === of);
      const ofYears = years.flatMap((year) => { const figure = figureOfYear(own, 'numeric', year); return figure ? [{ year, figure }] : []; });
      const broken = breaksIn(ofYears.map(({ figure }) => figure), turns);
      const target = lastTarget(measured);
      const said = kind === 'milestone' && target ? figureOfYear(own, kind, yearToAsk(kind, target.year, today)) : undefined;
      return {
        ...measured, zh, en, unit, kind, due: target?.year ?? null, standing: standings.find((each) => each.code === measured.code)!.standing, said: said ?? null,
        figures: ofYears.map(({ year, figure }) => ({ year, value: figure.value, ...(broken.has(figure) ? { isBreak: true as const } : {}) })),
      };
    }),
  };
}

export type ActionAtDesk = Awaited<ReturnType<typeof actionAtDesk>>;

/** 要改的行动: what its form needs to offer; without a code a new one. */
export async function actionToEdit(ctx: Ctx, id: string, code: string | null) {
  const { plan } = await planAtDesk(ctx, id);
  const { actions, campaigns } = plan.content;
  const action = actions.find((each) => each.code === code) ?? null;
  if (code !== null && !action) throw new Refusal('city-action-not-found', 404);
  if (plan.state === 'closed') throw new Refusal('city-plan-closed');
  const elsewhere = new Map(actions.filter((each) => each !== action).flatMap((each) => each.indicators.map((measured) => [measured.code, each.code])));
  return {
    plan: { id, zh: plan.zh, en: plan.en, startsOn: plan.startsOn, endsOn: plan.endsOn, edition: plan.edition }, years: yearsOf(plan), campaigns, action, departments: await listDepartments(ctx),
    nextNo: Math.max(0, ...actions.map(({ no }) => no)) + 1, codes: actions.filter((each) => each !== action).map((each) => each.code),
    indicators: [...(await indicatorsByCode(ctx)).values()].filter(({ definition }) => isUsableIn(definition, plan.regionCode)).map(({ code: of, definition: { zh, en, unit, kind, direction } }) => ({ code: of, zh, en, unit, kind, direction, elsewhere: elsewhere.get(of) ?? null })),
  };
}

export type ActionToEdit = Awaited<ReturnType<typeof actionToEdit>>;
