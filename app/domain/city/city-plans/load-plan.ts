import { allow } from '#app/domain/base/accounts/access.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { freeze } from './freeze.ts';
import type { PlanContent } from './model.ts';
import { getPlan, knownPlan } from './read.ts';
import { cityPlans } from './tables.server.ts';

/** 计划 as the data file holds it. */
export type PlanFile = { code: string; zh: string; en: string; issuer: string; source: string; startsOn: string; endsOn: string; content: PlanContent };

/** 载入计划: a plan of the data file for one region, published as it stands; a second time finds it there. */
export function loadPlan(ctx: Ctx, file: PlanFile, regionCode: string, { isExample = false, reason }: { isExample?: boolean; reason: string }): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'city-plan.publish', { regionCode });
    if (await knownPlan(tx, file.code, regionCode)) throw new Refusal('city-plan-known');
    const codes = file.content.actions.flatMap(({ indicators }) => indicators.map(({ code }) => code));
    const known = await indicatorsByCode(tx, codes);
    if (codes.some((code) => !known.has(code))) throw new Refusal('indicator-not-found', 422);
    const { code, zh, en, issuer, source, startsOn, endsOn, content } = file;
    const [made] = await tx.db.insert(cityPlans).values({ code, regionCode, zh, en, issuer, source, startsOn, endsOn, content, isExample }).returning({ id: cityPlans.id });
    const { revision, hash } = await freeze(tx, await getPlan(tx, made!.id), reason);
    await tx.record('city-plan.published', { id: made!.id, regionCode }, { title: zh, revision, reason, hash });
    return made!.id;
  });
}
