import { and, asc, desc, eq } from 'drizzle-orm';
import { allow, allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { isGrave } from '#app/domain/base/regions/model.ts';
import { regionChangeLines, regionChanges } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';

const lineColumns = {
  kind: regionChangeLines.kind, fromCode: regionChangeLines.fromCode, fromName: regionChangeLines.fromName, toCode: regionChangeLines.toCode, toName: regionChangeLines.toName,
};

const linesOf = (ctx: Ctx, id: string) =>
  ctx.db.select(lineColumns).from(regionChangeLines).where(eq(regionChangeLines.changeId, id)).orderBy(asc(regionChangeLines.position));

/** 区划变更 for whoever may make them somewhere; each with its first line. */
export async function listChanges(ctx: Ctx) {
  allowAnywhere(ctx, 'region.change');
  return ctx.db
    .select({
      id: regionChanges.id, effectiveOn: regionChanges.effectiveOn, source: regionChanges.source, state: regionChanges.state,
      proposedByName: regionChanges.proposedByName, problem: regionChanges.problem, ...lineColumns,
    })
    .from(regionChanges)
    .innerJoin(regionChangeLines, eq(regionChangeLines.changeId, regionChanges.id))
    .where(and(eq(regionChangeLines.position, 0), within(ctx, 'region.change', regionChangeLines.fromCode)))
    .orderBy(desc(regionChanges.effectiveOn), desc(regionChanges.id))
    .limit(200);
}

/** 一次变更 with its lines. */
export async function getChange(ctx: Ctx, id: string) {
  allowAnywhere(ctx, 'region.change');
  const found = await findChange(ctx, id);
  if (!found) throw new Refusal('not-found', 404);
  for (const line of found.lines) allow(ctx, 'region.change', { regionCode: line.fromCode });
  return { ...found, isGrave: isGrave(found.lines) };
}

async function findChange(ctx: Ctx, id: string) {
  const [row] = isId(id) ? await ctx.db.select().from(regionChanges).where(eq(regionChanges.id, id)) : [];
  return row && { ...row, lines: await linesOf(ctx, id) };
}

/** The same, held for whoever is about to move it on. */
export async function holdChange(tx: Ctx, id: string) {
  if (isId(id)) await tx.db.select({ id: regionChanges.id }).from(regionChanges).where(eq(regionChanges.id, id)).for('update');
  const found = await findChange(tx, id);
  if (!found) throw new Refusal('not-found', 404);
  return found;
}
