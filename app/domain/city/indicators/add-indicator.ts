import { eq, max, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { levelOf, levels } from '#app/domain/base/regions/model.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { checkNewIndicator, prefixOf } from './check-new-indicator.ts';
import { hashOf } from './import-indicators.ts';
import type { NewIndicatorInput } from './input.ts';
import { bothOf, type Definition, type Frame, shareUnits } from './model.ts';
import { listDepartments } from './read.ts';
import { indicatorLinks, indicators, indicatorVersions } from './tables.server.ts';

/** 新建指标: for the nation, or for one region and those below it; its code is known from then on. */
export function addIndicator(ctx: Ctx, input: NewIndicatorInput): Promise<string> {
  return change(ctx, async (tx) => {
    const { regionCode } = input;
    allow(tx, 'indicator.define', { regionCode });
    if (regionCode !== '*' && (levelOf(regionCode) > levels.county || !(await findRegion(tx, regionCode)))) throw new Refusal('plan-region', 422);
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('indicators', 0))`);
    if (!(await listDepartments(tx)).some((each) => each.id === input.owner)) throw new Refusal('department-not-found', 422);
    if ((await checkNewIndicator(tx, input)).length > 0) throw new Refusal('indicator-faulty', 422);
    const [top] = await tx.db.select({ id: max(indicators.id) }).from(indicators);
    const [id, code, definition] = [(top?.id ?? 0) + 1, input.code || (await freeCode(tx, regionCode)), definitionOf(input)];
    await tx.db.insert(indicators).values({ id, code, version: 1, madeAt: tx.now });
    await tx.db.insert(indicatorVersions).values({ indicatorId: id, version: 1, definition, hash: hashOf(definition), reason: input.reason, madeByName: tx.actor.name, madeAt: tx.now });
    const links = linksOf(input).map((link) => ({ indicatorId: id, ...link }));
    if (links.length > 0) await tx.db.insert(indicatorLinks).values(links);
    await tx.record('indicator.added', { id: code, regionCode }, { title: input.zh, reason: input.reason });
    return code;
  });
}

function definitionOf(input: NewIndicatorInput): Definition {
  const isMilestone = input.kind === 'milestone';
  const unit = isMilestone || input.unit === '' ? 'milestone' : input.unit;
  const isShare = shareUnits.includes(unit);
  const { zh, en, kind, frequency, level, owner, dimensions, formula, source, regionCode } = input;
  return {
    zh, en: en || zh, kind, unit, accumulation: isMilestone || isShare ? 'point' : input.accumulation, direction: isMilestone ? 'done' : input.direction, frequency, level, owner,
    numerator: bothOf(input.numeratorZh, input.numeratorEn), denominator: bothOf(input.denominatorZh, input.denominatorEn), dimensions: [...new Set(dimensions)], formula,
    least: input.least ?? 0, most: input.most ?? (isMilestone ? 1 : unit === 'percent' ? 100 : unit === 'permille' ? 1000 : null), source, provenance: source === '' ? 'inferred' : 'seen', note: { zh: input.noteZh, en: input.noteEn }, ...(regionCode === '*' ? {} : { regionCode }),
  };
}

const linksOf = ({ standard, outline, unicef }: NewIndicatorInput): { frame: Frame; target: string }[] => [...standard.map((target) => ({ frame: 'standard' as const, target })), ...outline.map((target) => ({ frame: 'outline' as const, target })), ...unicef.map((target) => ({ frame: 'unicef' as const, target }))];

/** The first code of a region's own that is free. */
async function freeCode({ db }: Ctx, regionCode: string): Promise<string> {
  const prefix = prefixOf(regionCode);
  for (let nth = 1; ; nth += 1) if ((await db.$count(indicators, eq(indicators.code, `${prefix}${nth}`))) === 0) return `${prefix}${nth}`;
}
