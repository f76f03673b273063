import type { OpenAPIHono } from '@hono/zod-openapi';
import { listPlans, listRevisions } from '#app/domain/city/city-plans/read.ts';
import { type PublicPlan, publicPlan } from '#app/domain/city/statistics-database/public-plan.ts';
import type { Action, Measured } from '#app/domain/city/city-plans/model.ts';
import { origins, type Words } from '#app/domain/city/indicators/model.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import type { Here } from '#app/server/who-asks.ts';
import { sourceNames } from '../public/plans/words.ts';
import { withEnglish } from './in-english.ts';
import { nextLink } from './next-link.ts';
import { readPlan, readPlans } from './plans-routes.ts';
import { serve } from './serve.ts';
import { tagged } from './tag.ts';

const asVisitor = (ctx: Ctx): Ctx => ({ ...ctx, actor: visitor });
/** Figures come in and are corrected at any time. */
const fresh = { 'Cache-Control': 'no-cache' };
const words = ({ zh, en }: Words): Words => ({ zh, en });

/** 行动计划 as open data. */
export function addPlans(api: OpenAPIHono<Here>) {
  serve(api, readPlans, async (c) => {
    const { cursor, limit, ...filter } = c.req.valid('query');
    const { rows, next = null } = await listPlans(asVisitor(c.get('ctx')), { after: cursor, ...filter }, limit);
    const items = rows.map((row) => ({
      id: row.id, regionCode: row.regionCode, place: row.place, title: words(row), issuer: row.issuer, startsOn: row.startsOn, endsOn: row.endsOn, state: row.state, isExample: row.isExample,
      revision: row.revision, publishedAt: row.publishedAt!.toISOString(), actions: row.actions, indicators: row.indicators,
    }));
    return tagged(c, JSON.stringify(await withEnglish(c.get('ctx'), { items, next })), { ...fresh, ...nextLink(c, next) });
  });

  serve(api, readPlan, async (c) => {
    const ctx = asVisitor(c.get('ctx'));
    const whole = await publicPlan(ctx, c.req.valid('param').id, c.req.valid('query').revision);
    const { plan, said, place } = whole;
    const { goal, campaigns, caveats, actions } = said.content;
    const revisions = (await listRevisions(ctx, plan.id)).map(({ publishedAt, ...each }) => ({ ...each, publishedAt: publishedAt.toISOString() }));
    return tagged(c, JSON.stringify(await withEnglish(ctx, {
      id: plan.id, regionCode: plan.regionCode, place, title: words(said), issuer: said.issuer, startsOn: said.startsOn, endsOn: said.endsOn, state: plan.state, isExample: plan.isExample, revision: said.revision,
      publishedAt: plan.publishedAt!.toISOString(), actions: actions.length, indicators: actions.flatMap(({ indicators }) => indicators).length, hash: said.hash, source: plan.source, sourceName: sourceNames()(plan.source), goal: words(goal),
      closing: { zh: plan.closing, en: plan.closingEn }, campaigns: campaigns.map((each) => ({ no: each.no, name: words(each), isInSource: each.isInSource })), caveats: caveats.map(words),
      contents: actions.map((action) => actionOf(whole, action)), revisions,
    })), fresh);
  });
}

function actionOf(whole: PublicPlan, action: Action) {
  const { code, no, campaign, about, leads, budgets, tasks } = action;
  return {
    code, no, campaign, name: words(action), about: words(about), budgets,
    leads: leads.map((lead) => ({ department: lead.department, name: words(whole.departments.find(({ id }) => id === lead.department) ?? { zh: lead.department, en: lead.department }), role: lead.role, from: lead.from, until: lead.until, isInferred: lead.isInferred })),
    tasks: tasks.map((task) => {
      const known = whole.progress[task.id];
      return { id: task.id, name: words(task), dueOn: task.dueOn, state: known?.state ?? ('open' as const), doneOn: known?.doneOn ?? null, proof: known?.proof ?? '', proofUrl: known?.proofUrl ?? null };
    }),
    indicators: action.indicators.map((measured) => indicatorOf(whole, action, measured)),
  };
}

function indicatorOf(whole: PublicPlan, action: Action, { code, provenance, baseline, targets }: Measured) {
  const { id, version, definition } = whole.indicators.get(code)!;
  const { kind, unit, accumulation, direction, frequency, numerator, denominator, formula } = definition;
  const sourceName = sourceNames();
  return {
    code, name: words(definition), kind, unit, accumulation, direction, frequency, version, provenance, numerator: numerator && words(numerator), denominator: denominator && words(denominator), formula, baseline,
    targets: targets.map(({ year, op, value, max }) => ({ year, op, value, max: max ?? null })), standing: whole.standings.get(action.code)!.find((each) => each.code === code)!.standing,
    values: whole.values.flatMap((value) => (value.indicatorId !== id || value.value === null ? [] : { period: value.period, value: value.value, numerator: value.numerator, denominator: value.denominator, origin: origins[value.origin], source: value.source, sourceName: sourceName(value.source), sourceUrl: value.sourceUrl, isBreak: whole.breaks.has(value) })),
  };
}
