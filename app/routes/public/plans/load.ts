import { type Action, leadsOn } from '#app/domain/city/city-plans/model.ts';
import { listRevisions } from '#app/domain/city/city-plans/read.ts';
import { countStandings, publicStandings, type PublicStandings } from '#app/domain/city/statistics-database/public-plan.ts';
import { publicReports } from '#app/domain/city/monitoring-reports/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { told } from './words.ts';

/** 计划页的内容: heads, sums and one line for each action, without the figures of the years. */
export async function loadPlanPage(ctx: Ctx, id: string, revision?: number) {
  const whole = await publicStandings(ctx, id, revision);
  const { plan, said } = whole;
  return {
    id, title: told(said, ctx.locale), place: whole.place, regionCode: plan.regionCode, state: plan.state, isExample: plan.isExample, issuer: said.issuer, source: plan.source, years: whole.years, goal: told(said.content.goal, ctx.locale),
    revision: said.revision, isNewest: said.revision === plan.revision, closing: ctx.locale === 'en' && plan.closingEn ? plan.closingEn : plan.closing, hasClosing: plan.closing !== '',
    caveats: said.content.caveats.map((caveat) => told(caveat, ctx.locale)),
    campaigns: said.content.campaigns.map(({ no, isInSource, ...words }) => ({ no, isInSource, name: told(words, ctx.locale) })),
    year: whole.today > said.endsOn ? null : whole.year, sums: { actions: said.content.actions.length, ...sumsOf([...whole.inYear.values()].flat()), due: [...whole.standings.values()].flat().filter(({ standing }) => standing === 'missing').length },
    actions: said.content.actions.map((action) => ({
      code: action.code, campaign: action.campaign, name: told(action, ctx.locale), leads: leadNames(whole, action, ctx.locale), ...sumsOf(whole.inYear.get(action.code)!),
      marks: whole.standings.get(action.code)!.filter(({ year }) => year !== null).map(({ code, standing }) => ({ code, standing, name: told(whole.indicators.get(code)!.definition, ctx.locale) })),
    })),
    reports: (await publicReports(ctx, id)).filter(({ kind, year, edition }, at, all) => !all.some((other, before) => before < at && other.kind === kind && other.year === year && other.edition > edition)).map(({ id: report, kind, year, edition, publishedAt }) => ({ id: report, kind, year, edition, day: beijingDay(publishedAt!) })),
    revisions: (await listRevisions(ctx, id)).map((each) => ({ ...each, day: beijingDay(each.publishedAt) })),
  };
}

/** 总数 of the year: what small counts hide is counted apart. */
function sumsOf(stood: Parameters<typeof countStandings>[0]) {
  const { all, numbers, milestones } = countStandings(stood);
  return { numbers: numbers.all - numbers.hidden, notShown: numbers.hidden, reached: numbers.done, onPath: numbers.going, milestones: milestones.all, done: milestones.done, missing: all.missing };
}

/** 牵头 on the day that counts: today, or the plan's last day when it is over. */
export function leadNames({ departments, today, said }: PublicStandings, { leads }: Pick<Action, 'leads'>, locale: Ctx['locale']): string {
  const day = today < said.startsOn ? said.startsOn : today > said.endsOn ? said.endsOn : today;
  const names = leadsOn(leads, day).filter(({ role }) => role === 'lead').map(({ department }) => departments.find(({ id }) => id === department)).filter((each) => each !== undefined);
  return names.map((each) => told(each, locale)).join(locale === 'en' ? ', ' : '、');
}

export type PlanPage = Awaited<ReturnType<typeof loadPlanPage>>;
