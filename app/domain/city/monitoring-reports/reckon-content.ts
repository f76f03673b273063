import { officially } from '#app/domain/base/regions/name-in.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { districtsOf, districtTargets } from '#app/domain/city/city-plans/district-targets.ts';
import { type Action, leadsOn, type Measured, yearsOf } from '#app/domain/city/city-plans/model.ts';
import { getPublished, progressOf } from '#app/domain/city/city-plans/read.ts';
import { fellShort, standInYear } from '#app/domain/city/cockpit/stand-in-year.ts';
import { standingAt } from '#app/domain/city/cockpit/standing.ts';
import { whenReported } from '#app/domain/city/collection/read.ts';
import { trajectoryOf } from '#app/domain/city/early-warning/trajectory-of.ts';
import { everybody } from '#app/domain/city/indicators/model.ts';
import { breaksIn } from '#app/domain/city/indicators/breaks-in.ts';
import { type Turn, turnsOf } from '#app/domain/city/indicators/meanings.ts';
import { lastDay as endOf, yearOf } from '#app/domain/city/indicators/period.ts';
import { type Indicator, indicatorsByCode, listDepartments } from '#app/domain/city/indicators/read.ts';
import { pastsIn } from '#app/domain/city/indicators/values.ts';
import { askFigures } from '#app/domain/city/statistics-database/ask-figures.ts';
import type { Figure } from '#app/domain/city/statistics-database/model.ts';
import { publicPast } from '#app/domain/city/statistics-database/public-values.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { alertsOf } from './alerts-of.ts';
import type { ActionLine, CorrectionLine, DistrictLine, IndicatorLine, ReportContent, ReportKind } from './model.ts';

const most = 50_000;

/** 报告内容 of a plan and a year, as everything stands now; what small counts of people hide is left out before anything is reckoned from it. */
export async function contentOf(asked: Ctx, planId: string, kind: ReportKind, year: number): Promise<ReportContent> {
  const ctx = officially(asked);
  const { inChinese: _officially, ...reader } = asked;
  const inEnglish: Ctx = { ...reader, locale: 'en' };
  const { plan, said, place } = await getPublished(ctx, planId);
  const { regionCode } = plan;
  const known = await indicatorsByCode(ctx, said.content.actions.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
  const ids = [...known.values()].map(({ id }) => id);
  const years = yearsOf(said).filter((each) => each <= year);
  const departments = new Map((await listDepartments(ctx)).map(({ id, zh, en }) => [id, { zh, en }]));
  const english = new Map((await districtsOf(inEnglish, regionCode)).map(({ code, name }) => [code, name]));
  const districts = (await districtsOf(ctx, regionCode)).map(({ code, name }) => ({ code, name, en: english.get(code) ?? name }));
  const ask = { indicators: [...known.values()], breakdowns: [everybody], limit: most };
  const told: Told = {
    turns: await turnsOf(ctx, [...known.values()]),
    own: (await askFigures(ctx, { ...ask, regionCodes: [regionCode], from: years[0]! - 3, to: year, span: 'all' })).figures,
    below: districts.length === 0 ? [] : (await askFigures(ctx, { ...ask, regionCodes: districts.map(({ code }) => code), from: year, to: year, span: 'year' })).figures,
    reported: await whenReported(ctx, regionCode, ids, years[0]! - 3, year), pasts: (await pastsIn(ctx, regionCode, ids)).filter(({ reason, period }) => reason !== 'formula' && yearOf(period) <= year), asked: await districtTargets(ctx, planId),
  };
  const progress = await progressOf(ctx, planId);
  const at = { years: yearsOf(said), year, today: beijingDay(ctx.now), now: ctx.now, regionCode, districts, departments };
  const lastDay = kind === 'closing' ? said.endsOn : `${year}-12-31`;
  return {
    version: 1, kind, year, asOf: ctx.now.toISOString(), regionCode, place, placeEn: (await placeNames(inEnglish, [regionCode]))(regionCode), districts,
    plan: { id: planId, zh: said.zh, en: said.en, revision: said.revision, hash: said.hash, issuer: said.issuer, startsOn: said.startsOn, endsOn: said.endsOn, goal: said.content.goal, closing: { zh: kind === 'closing' ? plan.closing : '', en: kind === 'closing' ? plan.closingEn : '' }, isExample: plan.isExample },
    actions: said.content.actions.map((action): ActionLine => ({
      code: action.code, zh: action.zh, en: action.en, campaign: campaignOf(said.content.campaigns, action), leads: leadsOn(action.leads, lastDay).filter(({ role }) => role === 'lead').flatMap(({ department }) => departments.get(department) ?? []),
      indicators: action.indicators.map((measured) => lineOf(measured, known.get(measured.code)!, told, at)),
      tasks: action.tasks.filter(({ dueOn }) => dueOn <= lastDay).map(({ id, zh, en, dueOn }) => ({ zh, en, dueOn, state: progress[id]?.state ?? 'open', doneOn: progress[id]?.doneOn ?? null, proof: progress[id]?.proof ?? '' })),
    })),
    alerts: await alertsOf(ctx, { regionCode, indicators: known, districts, years: kind === 'closing' ? years : [year], to: at.today }),
  };
}

type Told = { turns: readonly Turn[]; own: Figure[]; below: Figure[]; reported: Awaited<ReturnType<typeof whenReported>>; pasts: Awaited<ReturnType<typeof pastsIn>>; asked: Awaited<ReturnType<typeof districtTargets>> };
type At = { years: readonly number[]; year: number; today: string; now: Date; regionCode: string; districts: ReportContent['districts']; departments: ReadonlyMap<string, { zh: string; en: string }> };

function campaignOf(campaigns: readonly { no: number; zh: string; en: string }[], { campaign }: Action): ActionLine['campaign'] {
  const found = campaigns.find(({ no }) => no === campaign);
  return found ? { zh: found.zh, en: found.en } : null;
}

function lineOf(measured: Measured, { id, code, definition }: Indicator, told: Told, at: At): IndicatorLine {
  const own = told.own.filter(({ indicatorId }) => indicatorId === id);
  const open = own.flatMap(({ period, value, recordedAt }) => (value === null ? [] : [{ period, value, recordedAt: new Date(recordedAt) }]));
  const known = { ...definition, id, code };
  const stood = standInYear({ known, measured, figures: own.map(({ period, value, recordedAt }) => ({ period, value, recordedAt: new Date(recordedAt) })), year: at.year, today: at.today, since: at.now });
  const broken = breaksIn(own.filter(({ value }) => value !== null), told.turns);
  const breaks = [...broken].map(({ period }) => endOf(period));
  const pasts = told.pasts.filter(({ indicatorId }) => indicatorId === id);
  const isOpen = (at: number) => own.some(({ period, isHidden: hides }) => period === at && !hides);
  return {
    code, zh: definition.zh, en: definition.en, kind: definition.kind, unit: definition.unit, accumulation: definition.accumulation, baseline: measured.baseline, targets: measured.targets,
    light: stood.light === 'hidden' ? 'not-asked' : fellShort(stood) ? 'short' : stood.light,
    figures: own.map((figure) => {
      const { period, value, isHidden: hides, source, recordedAt } = figure;
      const who = told.reported.find((each) => each.indicatorId === id && each.period === period);
      return { period, value, isHidden: hides, source, by: who ? at.departments.get(who.department)?.zh ?? who.byName : '', byEn: who ? at.departments.get(who.department)?.en ?? who.byName : '', reportedOn: beijingDay(who?.reportedAt ?? new Date(recordedAt)), isLate: who?.isLate ?? false, ...(broken.has(figure) ? { isBreak: true } : {}) };
    }),
    corrections: onceEach(pasts.map((past) => ({ period: past.period, from: publicPast({ definition }, past, isOpen(past.period)), on: beijingDay(past.replacedAt), why: past.reason }))),
    drawn: definition.kind === 'milestone' || measured.targets.length === 0 ? null : { ...drawnOf(trajectoryOf({ definition, measured, values: open, years: at.years.filter((each) => each <= Math.max(at.year, ...measured.targets.map(({ year }) => year))), today: at.today < `${at.year + 1}-01-01` ? at.today : `${at.year + 1}-01-01` })), ...(breaks.length > 0 ? { breaks } : {}) },
    ...(breaks.length > 0 ? { turns: told.turns.filter(({ indicatorId }) => indicatorId === id).map(({ version, at: on }) => ({ version, on: beijingDay(new Date(on)) })) } : {}),
    districts: definition.kind === 'milestone' ? [] : districtsIn(measured, known, told, at),
  };
}

/** Two corrections of which the same is said are said once. */
const onceEach = (lines: readonly CorrectionLine[]) => [...new Map(lines.map((each) => [JSON.stringify(each), each])).values()];

function drawnOf({ from, to, expected, actual, isFlow, targets, forecast, rows }: ReturnType<typeof trajectoryOf>) {
  return { from, to, expected, actual, isFlow, targets, forecast, rows };
}

/** 区县 of one indicator: only where at least one of them reported it, or has a target of its own. */
function districtsIn(measured: Measured, known: Indicator['definition'] & { id: number; code: string }, { below, asked }: Told, { districts, year, today, now }: At): DistrictLine[] {
  const figures = new Map(below.filter(({ indicatorId }) => indicatorId === known.id).map((figure) => [figure.regionCode, figure]));
  const targets = Map.groupBy(asked.filter(({ indicatorId }) => indicatorId === known.id), ({ regionCode }) => regionCode);
  if (figures.size === 0 && ![...targets.values()].flat().some(({ isOwn }) => isOwn)) return [];
  return districts.map(({ code }) => {
    const figure = figures.get(code);
    const own = (targets.get(code) ?? []).map(({ max, ...target }) => ({ ...target, ...(max === null ? {} : { max }) }));
    const next = own.toSorted((one, other) => one.year - other.year).find((target) => target.year >= year);
    const told = figure && figure.value !== null ? { period: figure.period, value: figure.value, recordedAt: now } : undefined;
    const { light } = standingAt({ known, measured, targets: own, told, year, today, since: now });
    return { code, value: figure?.value ?? null, isHidden: figure?.isHidden ?? false, target: next ? { op: next.op, value: next.value, max: next.max ?? null } : null, isOwn: next?.isOwn ?? false, light: figure?.isHidden || light === 'not-due' ? 'not-asked' : light };
  });
}
