import { and, eq, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { checkDefinition } from './check-definition.ts';
import { namesake, usableIn } from './check-new-indicator.ts';
import { checkFormula } from './formula.ts';
import { hashOf } from './import-indicators.ts';
import type { DefinitionInput } from './input.ts';
import { bothOf, type Definition, frames, type Spoken } from './model.ts';
import { getIndicator, indicatorsByCode, type Link, linksOf, listDepartments } from './read.ts';
import { indicatorLinks, indicators, indicatorVersions } from './tables.server.ts';

/** 修改指标定义: another version with its reason; earlier figures keep what they were, kind and unit stay for ever. */
export function defineIndicator(ctx: Ctx, code: string, input: DefinitionInput): Promise<void> {
  return change(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('indicators', 0))`);
    const { id, version, definition: { speaks: _, ...definition } } = await getIndicator(tx, code);
    const regionCode = definition.regionCode ?? '*';
    allow(tx, 'indicator.define', { regionCode });
    if (!(await listDepartments(tx)).some((each) => each.id === input.owner)) throw new Refusal('department-not-found', 422);
    const isMilestone = definition.kind === 'milestone';
    const changed: Definition = {
      ...definition, zh: input.zh, en: input.en, direction: isMilestone ? definition.direction : input.direction, frequency: input.frequency, level: input.level, owner: input.owner, formula: input.formula, source: input.source,
      numerator: bothOf(input.numeratorZh, input.numeratorEn), denominator: bothOf(input.denominatorZh, input.denominatorEn), note: { zh: input.noteZh, en: input.noteEn },
      dimensions: input.dimensions ?? definition.dimensions, least: isMilestone || input.least === undefined ? definition.least : input.least, most: isMilestone || input.most === undefined ? definition.most : input.most,
    };
    const all = [...(await indicatorsByCode(tx)).values()];
    if (changed.zh !== definition.zh && namesake(all.filter((each) => each.id !== id), { zh: changed.zh, regionCode })) throw new Refusal('indicator-named', 422);
    if (changed.formula !== null) {
      const usable = usableIn(all, regionCode);
      const checked = checkFormula({ code, unit: changed.unit, formula: changed.formula }, (each) => usable.get(each));
      if ('problem' in checked) throw new Refusal(checked.problem, 422);
    }
    if ((await checkDefinition(tx, code, input)).length > 0) throw new Refusal('indicator-faulty', 422);
    const before = spokenOf((await linksOf(tx, [id])).get(id) ?? []);
    const now: Spoken = { standard: sorted(input.standard) ?? before.standard, outline: sorted(input.outline) ?? before.outline, unicef: sorted(input.unicef) ?? before.unicef };
    const isSpeaking = frames.some((frame) => before[frame].join(' ') !== now[frame].join(' '));
    if (isSpeaking) changed.speaks = { before, now };
    if (hashOf(changed) === hashOf(definition)) throw new Refusal('indicator-unchanged');
    const moved = await tx.db.update(indicators).set({ version: version + 1 }).where(and(eq(indicators.id, id), eq(indicators.version, input.version))).returning({ id: indicators.id });
    if (moved.length === 0) throw new Refusal('changed-meanwhile');
    await tx.db.insert(indicatorVersions).values({ indicatorId: id, version: version + 1, definition: changed, hash: hashOf(changed), reason: input.reason, madeByName: tx.actor.name, madeAt: tx.now });
    if (isSpeaking) await writeLinks(tx, id, now);
    await tx.record('indicator.defined', { id: code, regionCode }, { version: version + 1, reason: input.reason });
  });
}

const sorted = (said: readonly string[] | undefined): string[] | undefined => said?.toSorted();
const spokenOf = (links: readonly Link[]): Spoken => {
  const of = (frame: Link['frame']) => links.filter((link) => link.frame === frame).map(({ target }) => target).toSorted();
  return { standard: of('standard'), outline: of('outline'), unicef: of('unicef') };
};

/** 对应关系 of the version in force, instead of those before it. */
async function writeLinks(tx: Change, indicatorId: number, now: Spoken): Promise<void> {
  await tx.db.delete(indicatorLinks).where(eq(indicatorLinks.indicatorId, indicatorId));
  const links = frames.flatMap((frame) => now[frame].map((target) => ({ indicatorId, frame, target })));
  if (links.length > 0) await tx.db.insert(indicatorLinks).values(links);
}
