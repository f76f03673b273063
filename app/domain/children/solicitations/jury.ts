import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { blind, blindOnes } from '#app/domain/base/accounts/sealed.ts';
import { type Change, change } from '#app/platform/change.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { newCode, tidyCode } from '#app/platform/spoken-code.ts';
import { aboutSolicitation, findSolicitation, holdSolicitation, type Solicitation } from './find.ts';
import { isShowable } from './licence.ts';
import { phaseOn } from './model.ts';
import { solicitationJurors, solicitationMarks, solicitationWorks } from './tables.server.ts';

export type Juror = typeof solicitationJurors.$inferSelect;
const sign = (code: string) => blind(`juror:${code}`);

/** 邀请评委: an adult or a child known to the place judges by a link of their own; it is shown once. */
export function inviteJuror(ctx: Ctx, solicitationId: string, { name, role }: { name: string; role: string }): Promise<string> {
  return change(ctx, async (tx) => {
    const held = await holdSolicitation(tx, solicitationId, 'solicitation.edit');
    if (held.state !== 'published') throw new Refusal('solicitation-not-open');
    const code = newCode();
    const [row] = await tx.db
      .insert(solicitationJurors)
      .values({ countyCode: held.countyCode, solicitationId, name, role, codeSign: sign(code), invitedAt: tx.now })
      .returning({ id: solicitationJurors.id });
    await tx.record('solicitation.juror-invited', aboutSolicitation(held), { jurorId: row!.id });
    return code;
  });
}

/** 请评委退出: their marks count no longer and stay readable. */
export function removeJuror(ctx: Ctx, solicitationId: string, jurorId: string, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await holdSolicitation(tx, solicitationId, 'solicitation.edit');
    if (held.state !== 'published') throw new Refusal('solicitation-decided');
    const gone = await tx.db
      .update(solicitationJurors)
      .set({ removedAt: tx.now })
      .where(and(eq(solicitationJurors.countyCode, held.countyCode), eq(solicitationJurors.id, jurorId), eq(solicitationJurors.solicitationId, solicitationId), isNull(solicitationJurors.removedAt)))
      .returning({ id: solicitationJurors.id });
    if (gone.length === 0) throw new Refusal('juror-not-found', 404);
    await tx.record('solicitation.juror-removed', aboutSolicitation(held), { jurorId, reason });
  });
}

/** 评委进门, by the code of the link; wrong ones are counted. */
export async function jurorOf(ctx: Ctx, code: string): Promise<{ juror: Juror; solicitation: Solicitation }> {
  const [juror] = await ctx.db
    .select()
    .from(solicitationJurors)
    .where(and(inArray(solicitationJurors.codeSign, blindOnes(`juror:${tidyCode(code)}`, 'objectors')), isNull(solicitationJurors.removedAt)));
  if (!juror) {
    await limit(ctx, `juror:${ctx.address ?? 'unknown'}`, 20, 3600);
    throw new Refusal('juror-not-found', 404);
  }
  return { juror, solicitation: await findSolicitation(ctx, juror.solicitationId) };
}

/** 作品匿名排列: what a juror judges, without pen name and age layer; in an order of their own, so that nobody is always last. */
export async function worksToJudge(ctx: Ctx, { countyCode, id: jurorId, solicitationId }: Juror) {
  const { id, number, title, text, fileId } = solicitationWorks;
  return ctx.db
    .select({ id, number, title, text, fileId, mark: solicitationMarks.mark, isConflict: solicitationMarks.isConflict, note: solicitationMarks.note })
    .from(solicitationWorks)
    .leftJoin(solicitationMarks, and(eq(solicitationMarks.countyCode, countyCode), eq(solicitationMarks.jurorId, jurorId), eq(solicitationMarks.workId, id)))
    .where(and(eq(solicitationWorks.countyCode, countyCode), eq(solicitationWorks.solicitationId, solicitationId), isShowable()))
    .orderBy(sql`md5(${jurorId}::text || ${id}::text)`)
    .limit(500);
}

/** 申报回避: before the first mark a juror says whose work they know; those works they never mark. */
export function declareConflicts(ctx: Ctx, code: string, workIds: readonly string[]): Promise<void> {
  return byJuror(ctx, code, async (tx, juror, solicitation) => {
    if (juror.declaredAt) throw new Refusal('juror-declared');
    const there = new Set((await worksToJudge(tx, juror)).map(({ id }) => id));
    if (workIds.some((id) => !there.has(id))) throw new Refusal('work-not-found', 404);
    if (workIds.length > 0) {
      await tx.db.insert(solicitationMarks).values(workIds.map((workId) => ({ countyCode: juror.countyCode, jurorId: juror.id, workId, isConflict: true, markedAt: tx.now })));
    }
    await tx.db.update(solicitationJurors).set({ declaredAt: tx.now }).where(ofJuror(juror));
    await tx.record('solicitation.conflicts-declared', aboutSolicitation(solicitation), { jurorId: juror.id, works: workIds.length });
  });
}

/** 打分: one to five with a word about it; it may be changed until the jury has finished. */
export function markWork(ctx: Ctx, code: string, { workId, mark, note }: { workId: string; mark: number; note: string }): Promise<void> {
  return byJuror(ctx, code, async (tx, juror, solicitation) => {
    if (!juror.declaredAt) throw new Refusal('juror-declare-first');
    const work = (await worksToJudge(tx, juror)).find(({ id }) => id === workId);
    if (!work) throw new Refusal('work-not-found', 404);
    if (work.isConflict) throw new Refusal('juror-conflict', 403);
    const { countyCode, jurorId, workId: of } = solicitationMarks;
    await tx.db
      .insert(solicitationMarks)
      .values({ countyCode: juror.countyCode, jurorId: juror.id, workId, mark, note, markedAt: tx.now })
      .onConflictDoUpdate({ target: [countyCode, jurorId, of], set: { mark, note, markedAt: tx.now } });
    await tx.record('solicitation.marked', aboutSolicitation(solicitation), { jurorId: juror.id, number: work.number });
  });
}

const ofJuror = ({ countyCode, id }: Juror) => and(eq(solicitationJurors.countyCode, countyCode), eq(solicitationJurors.id, id));

async function byJuror(ctx: Ctx, code: string, run: (tx: Change, juror: Juror, solicitation: Solicitation) => Promise<void>): Promise<void> {
  await change({ ...ctx, actor: visitor }, async (tx) => {
    const found = await jurorOf(tx, code);
    const phase = phaseOn(found.solicitation, beijingDay(tx.now));
    if (phase !== 'choosing' && phase !== 'judging') throw new Refusal('solicitation-not-judging');
    const [juror] = await tx.db.select().from(solicitationJurors).where(ofJuror(found.juror)).for('update');
    await run(tx, juror!, found.solicitation);
  });
}
