import { type Action, leadsOn } from '#app/domain/city/city-plans/model.ts';
import { listRevisions } from '#app/domain/city/city-plans/read.ts';
import { publicStandings, type PublicStandings } from '#app/domain/city/statistics-database/public-plan.ts';
import { publicReports } from '#app/domain/city/monitoring-reports/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { told } from './words.ts';

/** 计划页的内容: heads, sums and one line for each action, without the figures of the years. */
export async function loadPlanPage(ctx: Ctx, id: string, revision?: number) {
  const whole = await publicStandings(ctx, id, revision);
  const { plan, said } = whole;
  const stood = [...whole.standings.values()].flat();
  const isMilestone = (code: string) => whole.indicators.get(code)?.definition.kind === 'milestone';
  const aimed = stood.filter(({ year }) => year !== null);
  const [milestones, numbers] = [aimed.filter(({ code }) => isMilestone(code)), aimed.filter(({ code }) => !isMilestone(code))];
  const isShown = ({ standing }: (typeof stood)[number]) => standing !== 'not-shown';
  const reached = (of: typeof stood) => of.filter(({ standing }) => standing === 'reached').length;
  const onPath = (of: typeof stood) => of.filter(({ code, standing }) => standing === 'on-the-way' && whole.onPath.has(code)).length;
  return {
    id, title: told(said, ctx.locale), place: whole.place, regionCode: plan.regionCode, state: plan.state, isExample: plan.isExample, issuer: said.issuer, source: plan.source, years: whole.years, goal: told(said.content.goal, ctx.locale),
    revision: said.revision, isNewest: said.revision === plan.revision, closing: ctx.locale === 'en' && plan.closingEn ? plan.closingEn : plan.closing, hasClosing: plan.closing !== '',
    caveats: said.content.caveats.map((caveat) => told(caveat, ctx.locale)),
    campaigns: said.content.campaigns.map(({ no, isInSource, ...words }) => ({ no, isInSource, name: told(words, ctx.locale) })),
    sums: { actions: said.content.actions.length, numbers: numbers.filter(isShown).length, reached: reached(numbers), onPath: onPath(numbers), notShown: numbers.filter((each) => !isShown(each)).length, milestones: milestones.length, done: reached(milestones), missing: aimed.filter(({ standing }) => standing === 'missing').length },
    actions: said.content.actions.map((action) => {
      const own = whole.standings.get(action.code)!.filter(({ year }) => year !== null);
      const [marks, figures] = [own.filter(({ code }) => isMilestone(code)), own.filter(({ code }) => !isMilestone(code))];
      return {
        code: action.code, campaign: action.campaign, name: told(action, ctx.locale), leads: leadNames(whole, action, ctx.locale),
        numbers: figures.filter(isShown).length, notShown: figures.filter((each) => !isShown(each)).length, reached: reached(figures), onPath: onPath(figures), milestones: marks.length, done: reached(marks),
        marks: own.map(({ code, standing }) => ({ code, standing, name: told(whole.indicators.get(code)!.definition, ctx.locale) })),
      };
    }),
    reports: (await publicReports(ctx, id)).filter(({ kind, year, edition }, at, all) => !all.some((other, before) => before < at && other.kind === kind && other.year === year && other.edition > edition)).map(({ id: report, kind, year, edition, publishedAt }) => ({ id: report, kind, year, edition, day: beijingDay(publishedAt!) })),
    revisions: (await listRevisions(ctx, id)).map((each) => ({ ...each, day: beijingDay(each.publishedAt) })),
  };
}

/** 牵头 on the day that counts: today, or the plan's last day when it is over. */
export function leadNames({ departments, today, said }: PublicStandings, { leads }: Pick<Action, 'leads'>, locale: Ctx['locale']): string {
  const day = today < said.startsOn ? said.startsOn : today > said.endsOn ? said.endsOn : today;
  const names = leadsOn(leads, day).filter(({ role }) => role === 'lead').map(({ department }) => departments.find(({ id }) => id === department)).filter((each) => each !== undefined);
  return names.map((each) => told(each, locale)).join(locale === 'en' ? ', ' : '、');
}

export type PlanPage = Awaited<ReturnType<typeof loadPlanPage>>;
