import { listChildren } from '#app/domain/base/regions/read.ts';
import { levelOf, levels } from '#app/domain/base/regions/model.ts';
import { derivedAtDesk } from '#app/domain/city/indicators/derived.ts';
import { codesOfFormula } from '#app/domain/city/indicators/formula.ts';
import type { Words } from '#app/domain/city/indicators/model.ts';
import { evidenceIn } from '#app/domain/city/indicators/value-evidence.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { yearOf } from '#app/domain/city/indicators/period.ts';
import { pastsIn, valuesIn } from '#app/domain/city/indicators/values.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { yearsOf } from './model.ts';
import { planAtDesk } from './read.ts';

/** 登记数值 at the desk: the plan's indicators with how many of its years have a figure, and all figures of the chosen one in the chosen place. */
export async function valuesAtDesk(ctx: Ctx, id: string, asked: { indicator?: string | undefined; region?: string | undefined }) {
  const { plan, place } = await planAtDesk(ctx, id);
  const years = yearsOf(plan);
  const codes = plan.content.actions.flatMap(({ indicators }) => indicators.map(({ code }) => code));
  const known = await indicatorsByCode(ctx, codes);
  const own = await valuesIn(ctx, plan.regionCode, [...known.values()].map((each) => each.id), years[0]!, years.at(-1)!);
  const below = plan.regionCode === '*' || levelOf(plan.regionCode) > levels.city ? [] : await listChildren(ctx, plan.regionCode);
  const regionCode = below.some(({ code }) => code === asked.region) ? asked.region! : plan.regionCode;
  const chosen = asked.indicator ? known.get(asked.indicator) : undefined;
  const yearsWith = (indicatorId: number) => new Set(own.filter((value) => value.indicatorId === indicatorId).map(({ period }) => yearOf(period))).size;
  return {
    plan: { id: plan.id, zh: plan.zh, en: plan.en, regionCode: plan.regionCode, place }, years: years.length, regionCode, regions: below.map(({ code, name }) => ({ code, name })),
    actions: plan.content.actions.map(({ code, zh, en, indicators }) => ({
      code, zh, en, indicators: indicators.flatMap((each) => {
        const found = known.get(each.code);
        return found ? [{ code: each.code, zh: found.definition.zh, en: found.definition.en, have: yearsWith(found.id) }] : [];
      }),
    })),
    chosen: chosen && {
      code: chosen.code, definition: chosen.definition, standsOn: await namesIn(ctx, chosen.definition.formula),
      values: regionCode === plan.regionCode ? own.filter((value) => value.indicatorId === chosen.id) : await valuesIn(ctx, regionCode, [chosen.id], years[0]!, years.at(-1)!),
      evidence: await evidenceIn(ctx, regionCode, chosen.id),
      derived: await derivedAtDesk(ctx, chosen.id, regionCode),
      pasts: (await pastsIn(ctx, regionCode, [chosen.id])).filter(({ reason }) => reason !== 'formula'),
    },
  };
}

/** 公式用到的指标, each by its names. */
async function namesIn(ctx: Ctx, formula: string | null): Promise<Record<string, Words>> {
  const known = await indicatorsByCode(ctx, codesOfFormula(formula));
  return Object.fromEntries([...known.values()].map(({ code, definition: { zh, en } }) => [code, { zh, en }]));
}
