import { and, eq } from 'drizzle-orm';
import { shownOf } from '#app/domain/children/moderation/shown.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { itself } from './find.ts';
import { councilCandidates, councilMotions, councilSessions } from './tables.server.ts';

/** 审核之后: what was agreed to be worded otherwise stands here in that wording. */
export async function followModeration(ctx: Ctx, facts: Record<string, unknown>): Promise<string | void> {
  const [kind, id] = [String(facts.kind), String(facts.subjectId ?? '')];
  if (facts.outcome !== 'approved' || !isId(id) || (kind !== 'motion' && kind !== 'minutes')) return;
  const texts = (await shownOf(ctx, kind, [id])).get(id)?.texts ?? [];
  const said = Object.fromEntries(texts.map(({ field, text }) => [field, text]));
  if (texts.length === 0) return;
  await change(ctx, async (tx) => {
    const regionCode = await reword(tx, kind, id, said);
    await tx.record('council.reworded', { id, regionCode }, { kind });
  });
  return kind;
}

async function reword(tx: Ctx, kind: 'motion' | 'minutes', id: string, { title, text = '', nickname, statement = '', minutes = '', childMinutes = '' }: Record<string, string>): Promise<string> {
  if (kind === 'minutes') {
    const [row] = await tx.db.update(councilSessions).set({ minutes, childMinutes }).where(eq(councilSessions.id, id)).returning();
    return row?.regionCode ?? '*';
  }
  if (title !== undefined) {
    const [row] = await tx.db.update(councilMotions).set({ title, text }).where(eq(councilMotions.id, id)).returning();
    return row?.regionCode ?? '*';
  }
  const [row] = await tx.db.select().from(councilCandidates).where(and(eq(councilCandidates.id, id)));
  if (row && nickname) await tx.db.update(councilCandidates).set({ nickname, statement }).where(itself(councilCandidates, row));
  return row?.regionCode ?? '*';
}
