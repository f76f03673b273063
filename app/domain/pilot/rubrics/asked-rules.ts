import { and, asc, eq } from 'drizzle-orm';
import { norms, rules } from '#app/domain/base/standard/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 评分时对照的细则: the rules of an edition as far as a reviewer needs them beside an item, in one question. */
export function askedRules(ctx: Ctx, editionId: string) {
  return ctx.db
    .select({ id: rules.id, zh: rules.zh, en: rules.en, kind: rules.kind, normId: rules.normId, sectionId: norms.sectionId })
    .from(rules)
    .innerJoin(norms, and(eq(norms.editionId, rules.editionId), eq(norms.id, rules.normId)))
    .where(eq(rules.editionId, editionId))
    .orderBy(asc(norms.sectionId), asc(norms.position), asc(rules.position));
}
