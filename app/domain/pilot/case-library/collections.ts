import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { casesByIds } from './read.ts';
import type { CollectionInput } from './input.ts';
import { cases, collectionCases, collections } from './tables.server.ts';

/** 保存专辑: new without an id; only cases of the library can stand in it. */
export function saveCollection(ctx: Ctx, id: string | undefined, { caseIds, ...given }: CollectionInput): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'case.curate', { regionCode: '*' });
    const wanted = [...new Set(caseIds)];
    const shown = wanted.length === 0 ? [] : await tx.db.select({ id: cases.id }).from(cases).where(and(inArray(cases.id, wanted), eq(cases.isShown, true)));
    if (shown.length !== wanted.length) throw new Refusal('case-not-published');
    const by = { madeByName: tx.actor.name, madeAt: tx.now };
    if (id !== undefined && !isId(id)) throw new Refusal('collection-not-found', 404);
    const [row] = id
      ? await tx.db.update(collections).set({ ...given, ...by }).where(eq(collections.id, id)).returning({ id: collections.id })
      : await tx.db.insert(collections).values({ ...given, ...by }).returning({ id: collections.id });
    if (!row) throw new Refusal('collection-not-found', 404);
    await tx.db.delete(collectionCases).where(eq(collectionCases.collectionId, row.id));
    if (wanted.length > 0) await tx.db.insert(collectionCases).values(wanted.map((caseId, position) => ({ collectionId: row.id, caseId, position })));
    await tx.record('case.collection-saved', { id: row.id, regionCode: '*' }, { title: given.title, cases: wanted.length, isShown: given.isShown });
    return row.id;
  });
}

/** 专辑: those shown to everybody; all of them for who puts them together. */
export function listCollections(ctx: Ctx, { all = false } = {}) {
  if (all) allow(ctx, 'case.curate', { regionCode: '*' });
  return ctx.db.select().from(collections).where(all ? undefined : eq(collections.isShown, true)).orderBy(desc(collections.madeAt)).limit(100);
}

/** 一个专辑 with its cases in their order; those taken down since are left out. */
export async function getCollection(ctx: Ctx, id: string, { all = false } = {}) {
  if (all) allow(ctx, 'case.curate', { regionCode: '*' });
  const [row] = isId(id) ? await ctx.db.select().from(collections).where(and(eq(collections.id, id), all ? undefined : eq(collections.isShown, true))) : [];
  if (!row) throw new Refusal('collection-not-found', 404);
  const order = await ctx.db.select({ caseId: collectionCases.caseId }).from(collectionCases).where(eq(collectionCases.collectionId, id)).orderBy(asc(collectionCases.position));
  return { ...row, cases: await casesByIds(ctx, order.map(({ caseId }) => caseId)) };
}
