import { and, asc, desc, eq, exists, inArray, or, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { notices } from '#app/domain/pilot/notices/tables.server.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { layEvidence, listEvidence, type Upload } from './evidence.ts';
import type { SayInput } from './input.ts';
import { mayAppeal } from './model.ts';
import { enterAppeal, enterReply, isAsked, mayBeAppealed } from './objector-acts.ts';
import { objectionMessages, objections } from './tables.server.ts';

/** 申报单位说明: what the office asked, answered with evidence; neither the objection's words nor its author are theirs to read. */
export async function giveStatement(ctx: Ctx, applicationId: string, objectionId: string, { body }: SayInput, uploads: readonly Upload[] = []): Promise<void> {
  const evidence = await layEvidence(ctx, uploads, false);
  await change(ctx, async (tx) => {
    const objection = await hold(tx, applicationId, objectionId);
    await isAsked(tx, objection, 'applicant');
    await enterReply(tx, objection, 'applicant', { body, evidence, day: beijingDay(tx.now) });
  });
}

/** 申报单位申诉: once, against an answer that changed their entry. */
export async function appealAsApplicant(ctx: Ctx, applicationId: string, objectionId: string, { body }: SayInput, uploads: readonly Upload[] = []): Promise<void> {
  const evidence = await layEvidence(ctx, uploads, false);
  await change(ctx, async (tx) => {
    const objection = await hold(tx, applicationId, objectionId);
    const day = beijingDay(tx.now);
    await mayBeAppealed(tx, objection, 'applicant', day);
    await enterAppeal(tx, objection, 'applicant', { body, evidence, day });
  });
}

async function hold(tx: Ctx, applicationId: string, objectionId: string) {
  const [row] = isId(applicationId) && isId(objectionId)
    ? await tx.db
        .select({ objection: objections, regionCode: applications.regionCode })
        .from(objections)
        .innerJoin(applications, eq(applications.id, objections.applicationId))
        .where(and(eq(objections.id, objectionId), eq(objections.applicationId, applicationId)))
        .for('update', { of: objections })
    : [];
  if (!row) throw new Refusal('objection-not-found', 404);
  allow(tx, 'objection.reply', row);
  return row.objection;
}

function concerning(ctx: Ctx, applicationId: string) {
  const asked = ctx.db.select({ id: objectionMessages.id }).from(objectionMessages).where(and(eq(objectionMessages.objectionId, objections.id), eq(objectionMessages.side, 'applicant')));
  return and(eq(objections.applicationId, applicationId), or(exists(asked), eq(objections.outcome, 'upheld'), eq(objections.raisedBy, 'applicant'), sql`${objections.appealOf} is not null`));
}

/** 有没有涉及本单位的异议, for those who have read the application already. */
export async function isObjectedTo(ctx: Ctx, applicationId: string): Promise<boolean> {
  return (await ctx.db.select({ id: objections.id }).from(objections).where(concerning(ctx, applicationId)).limit(1)).length > 0;
}

/** 涉及本单位的异议: only those the office asked about, that changed the entry, or that are the applicant's own appeal; never who wrote them or in what words. */
export async function objectionsToUs(ctx: Ctx, applicationId: string) {
  if (!isId(applicationId)) throw new Refusal('application-not-found', 404);
  const [mine] = await ctx.db.select({ number: applications.number }).from(applications).where(and(eq(applications.id, applicationId), within(ctx, 'application.read', applications.regionCode)));
  if (!mine) throw new Refusal('application-not-found', 404);
  const rows = await ctx.db
    .select({
      id: objections.id, level: objections.level, kind: objections.kind, state: objections.state, outcome: objections.outcome, effect: objections.effect, findings: objections.findings, rule: objections.rule,
      answer: objections.answer, answeredAt: objections.answeredAt, appealUntil: objections.appealUntil, appealOf: objections.appealOf, raisedBy: objections.raisedBy, content: objections.content,
      noticeId: objections.noticeId, noticeTitle: notices.title,
    })
    .from(objections)
    .innerJoin(notices, eq(notices.id, objections.noticeId))
    .where(concerning(ctx, applicationId))
    .orderBy(desc(objections.id))
    .limit(50);
  const said = rows.length === 0 ? [] : await ctx.db
    .select({ id: objectionMessages.id, objectionId: objectionMessages.objectionId, isFromOffice: objectionMessages.isFromOffice, body: objectionMessages.body, dueOn: objectionMessages.dueOn, at: objectionMessages.at })
    .from(objectionMessages)
    .where(and(inArray(objectionMessages.objectionId, rows.map(({ id }) => id)), eq(objectionMessages.side, 'applicant')))
    .orderBy(asc(objectionMessages.id))
    .limit(500);
  const today = beijingDay(ctx.now);
  return {
    number: mine.number,
    objections: await Promise.all(rows.map(async ({ content, ...row }) => {
      const messages = said.filter(({ objectionId }) => objectionId === row.id);
      const isOver = row.state === 'answered';
      return {
        ...row, messages, own: row.raisedBy === 'applicant' ? content : '', files: await listEvidence(ctx, row.id, 'applicant'),
        ...(isOver ? {} : { findings: '', rule: '', answer: '' }),
        isAsked: messages.at(-1)?.isFromOffice === true && (row.state === 'received' || row.state === 'under-review'),
        mayAppeal: mayAppeal(row, today, rows.some(({ appealOf }) => appealOf === row.id), 'applicant'),
      };
    })),
  };
}
