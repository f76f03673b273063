import { and, eq, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { namesake, usableIn } from './check-new-indicator.ts';
import { checkFormula } from './formula.ts';
import { hashOf } from './import-indicators.ts';
import type { DefinitionInput } from './input.ts';
import { bothOf, type Definition } from './model.ts';
import { getIndicator, indicatorsByCode, listDepartments } from './read.ts';
import { indicators, indicatorVersions } from './tables.server.ts';

/** 修改指标定义: another version with its reason; earlier figures keep what they were, kind and unit stay for ever. */
export function defineIndicator(ctx: Ctx, code: string, input: DefinitionInput): Promise<void> {
  return change(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('indicators', 0))`);
    const { id, version, definition } = await getIndicator(tx, code);
    const regionCode = definition.regionCode ?? '*';
    allow(tx, 'indicator.define', { regionCode });
    if (!(await listDepartments(tx)).some((each) => each.id === input.owner)) throw new Refusal('department-not-found', 422);
    const changed: Definition = {
      ...definition, zh: input.zh, en: input.en, direction: input.direction, frequency: input.frequency, level: input.level, owner: input.owner, formula: input.formula, source: input.source,
      numerator: bothOf(input.numeratorZh, input.numeratorEn), denominator: bothOf(input.denominatorZh, input.denominatorEn), note: { zh: input.noteZh, en: input.noteEn },
    };
    const all = [...(await indicatorsByCode(tx)).values()];
    if (changed.zh !== definition.zh && namesake(all.filter((each) => each.id !== id), { zh: changed.zh, regionCode })) throw new Refusal('indicator-named', 422);
    if (changed.formula !== null) {
      const usable = usableIn(all, regionCode);
      const checked = checkFormula({ code, unit: changed.unit, formula: changed.formula }, (each) => usable.get(each));
      if ('problem' in checked) throw new Refusal(checked.problem, 422);
    }
    if (hashOf(changed) === hashOf(definition)) throw new Refusal('indicator-unchanged');
    const moved = await tx.db.update(indicators).set({ version: version + 1 }).where(and(eq(indicators.id, id), eq(indicators.version, input.version))).returning({ id: indicators.id });
    if (moved.length === 0) throw new Refusal('changed-meanwhile');
    await tx.db.insert(indicatorVersions).values({ indicatorId: id, version: version + 1, definition: changed, hash: hashOf(changed), reason: input.reason, madeByName: tx.actor.name, madeAt: tx.now });
    await tx.record('indicator.defined', { id: code, regionCode }, { version: version + 1, reason: input.reason });
  });
}
