import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { allow, may, regionsFor } from '#app/domain/base/accounts/access.ts';
import { inside } from '#app/domain/base/regions/inside.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import { placeNames, regionPath } from '#app/domain/base/regions/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { isStale, latestJudged, type Precision, type RuleCode, ruleCodes, saysNothing } from './model.ts';
import { barToOff, barToOn, hasFirst } from './may-switch.ts';
import { nearest, rulesInForce } from './rules-in-force.ts';
import { alerts, warningBackTests, warningRules, warningRuleVersions } from './tables.server.ts';

/** 规则页 of a region: what counts there and from where, how often it was right lately, and what the region has made itself. */
export async function rulesAtDesk(ctx: Ctx, asked?: string) {
  const { everywhere: _, ...shown } = await readRules(ctx, asked);
  return shown;
}

async function readRules(ctx: Ctx, asked?: string) {
  const regionCode = asked ?? regionsFor(ctx.actor, 'warning-rule.edit')[0] ?? '*';
  // Rules of a region above bind those below: they may read them, not change them.
  if (!regionsFor(ctx.actor, 'warning.read').some((own) => contains(regionCode, own))) allow(ctx, 'warning.read', { regionCode });
  const everywhere = await rulesInForce(ctx);
  const inForce = nearest(everywhere, regionCode);
  const own = await ctx.db.select().from(warningRules).where(eq(warningRules.regionCode, regionCode));
  const tested = await ctx.db.select({ rule: warningRules.rule, regionCode: warningRules.regionCode, version: warningRuleVersions.version, backTest: warningRuleVersions.backTest }).from(warningRuleVersions).innerJoin(warningRules, eq(warningRules.id, warningRuleVersions.ruleId))
    .where(and(inArray(warningRules.regionCode, [...new Set([regionCode, ...inForce.map((each) => each.regionCode)])]), isNotNull(warningRuleVersions.backTest)));
  const precision = await precisionIn(ctx, regionCode);
  const place = await placeNames(ctx, inForce.map((each) => each.regionCode));
  return {
    everywhere, regionCode, path: regionCode === '*' ? [] : await regionPath(ctx, regionCode), mayEdit: may(ctx.actor, 'warning-rule.edit', { regionCode }),
    rules: ruleCodes.map((rule) => {
      const here = inForce.find((each) => each.rule === rule);
      return {
        rule, inForce: here ? { ...here, place: place(here.regionCode) } : null, newest: own.find((each) => each.rule === rule)?.version ?? 0, precision: precision.get(rule) ?? { judged: 0, real: 0 },
        backTest: tested.find((each) => each.rule === rule && each.regionCode === here?.regionCode && each.version === here.version)?.backTest ?? null,
      };
    }),
  };
}

/** 准确度: how many of the latest judged alerts of each rule were real, in this region and below. */
async function precisionIn({ db }: Ctx, regionCode: string): Promise<Map<RuleCode, Precision>> {
  const { rows } = await db.execute<{ rule: RuleCode; judged: number; real: number }>(sql`
    select rule, count(*)::int as judged, (count(*) filter (where verdict = 'real'))::int as real
    from unnest(${sql.param([...ruleCodes])}::text[]) as known (rule)
    cross join lateral (select verdict from ${alerts} where ${alerts.rule} = known.rule and ${and(isNotNull(alerts.verdict), inside(alerts.regionCode, regionCode))} order by ${alerts.closedAt} desc limit ${latestJudged}) latest
    group by rule`);
  return new Map(rows.map(({ rule, judged, real }) => [rule, { judged, real }]));
}

/** 一条规则 in one region, with all versions the region made, their back-tests, and who may switch each. */
export async function ruleAtDesk(ctx: Ctx, rule: string, asked?: string) {
  const code = ruleCodes.find((each) => each === rule);
  if (!code) throw new Refusal('warning-rule-not-found', 404);
  const { rules, everywhere, ...shown } = await readRules(ctx, asked);
  const versions = await ctx.db.select({ ruleId: warningRuleVersions.ruleId, version: warningRuleVersions.version, settings: warningRuleVersions.settings, reason: warningRuleVersions.reason, madeById: warningRuleVersions.madeById, madeByName: warningRuleVersions.madeByName, madeAt: warningRuleVersions.madeAt, backTest: warningRuleVersions.backTest, versionOn: warningRules.versionOn, switchedOnReason: warningRuleVersions.switchedOnReason, offAskedById: warningRules.offAskedById, offAskedByName: warningRules.offAskedByName, offAskedAt: warningRules.offAskedAt, offReason: warningRules.offReason })
    .from(warningRuleVersions).innerJoin(warningRules, eq(warningRules.id, warningRuleVersions.ruleId)).where(and(eq(warningRules.regionCode, shown.regionCode), eq(warningRules.rule, code))).orderBy(desc(warningRuleVersions.version)).limit(50);
  const tests = versions.length === 0 ? [] : await ctx.db.select().from(warningBackTests).where(eq(warningBackTests.ruleId, versions[0]!.ruleId)).orderBy(desc(warningBackTests.testedAt), desc(warningBackTests.id)).limit(200);
  return {
    ...shown, ...rules.find((each) => each.rule === code)!, versions: versions.map(({ ruleId: _rule, madeById, offAskedById, ...made }) => {
      const own = tests.filter(({ version }) => version === made.version);
      const isOn = made.versionOn === made.version;
      const { isMilder, bar } = isOn ? barToOff(ctx.actor, everywhere, shown.regionCode, code, { settings: made.settings, madeById }, offAskedById) : barToOn(ctx.actor, everywhere, shown.regionCode, code, { settings: made.settings, madeById });
      const isUntried = made.backTest !== null && saysNothing(made.backTest);
      const needsOther = !isOn && isUntried && !hasFirst(ctx.actor, { madeById, madeByName: made.madeByName, testedBy: own.map(({ testedById }) => testedById) });
      return {
        ...made, tests: own.map(({ id, result, testedByName, testedAt }) => ({ id, result, testedByName, testedAt })), isUntried, isStale: !isOn && made.backTest !== null && isStale(made.backTest, beijingDay(ctx.now)), off: isOn && offAskedById !== null ? { byName: made.offAskedByName ?? '', at: made.offAskedAt!, reason: made.offReason } : null,
        switching: { isMilder, bar: bar ?? (needsOther ? ('warning-rule-untried-own' as const) : null) },
      };
    }),
  };
}
