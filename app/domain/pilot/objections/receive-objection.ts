import { and, eq, or, sql } from 'drizzle-orm';
import { blind } from '#app/domain/base/accounts/sealed.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { keepTie } from '#app/domain/pilot/conflicts/keep-tie.ts';
import { hold } from '#app/domain/pilot/notices/hold.ts';
import { placeHold } from '#app/domain/pilot/notices/holds.ts';
import { phaseOf } from '#app/domain/pilot/notices/model.ts';
import { noticeEntries } from '#app/domain/pilot/notices/tables.server.ts';
import { type Change, change } from '#app/platform/change.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { limit, sharedKey } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { newCode } from '#app/platform/spoken-code.ts';
import { enterObjection, type Given } from './enter-objection.ts';
import { layEvidence, type Upload } from './evidence.ts';
import type { ObjectionInput } from './input.ts';
import { objectionBox } from './tables.server.ts';

const hour = 3_600_000;

/** 频次 by a sign of the address that leads nobody back to it, in whole hours: the row that counts tells no minute. */
export function slowDown(ctx: Ctx, what: string, max: number): Promise<void> {
  const now = new Date(Math.floor(ctx.now.getTime() / hour) * hour);
  return limit({ ...ctx, now }, `${what}:${blind(sharedKey(`${what}:${ctx.address ?? 'unknown'}`))}`, max, hour / 1000);
}

/**
 * 提出异议: anybody may, until the last day of the notice ends in Beijing. With a name it is entered at once; the record names nobody,
 * not even a person who is signed in. Without a name it goes into the box, whose rows know a day and no time.
 */
export async function receiveObjection(ctx: Ctx, noticeId: string, input: ObjectionInput, uploads: readonly Upload[] = []): Promise<string> {
  await slowDown(ctx, 'objection', 10);
  const isAnonymous = input.manner === 'anonymous';
  const code = newCode();
  const day = beijingDay(ctx.now);
  const evidence = await layEvidence(ctx, uploads, isAnonymous);
  const given = (holdId: string): Given => {
    const applicationId = input.applicationId || null;
    const kind = applicationId ? (input.kind === 'score' ? 'score' : 'entry') : 'list';
    return { noticeId, applicationId, kind, isAnonymous, content: input.content, code, day, holdId, evidence };
  };

  if (isAnonymous) {
    // No `change`: its record would carry the minute. The box is recorded when it is opened.
    await ctx.db.transaction(async (db) => {
      const tx = { ...ctx, db, actor: visitor };
      await mayObject(tx, noticeId, input.applicationId);
      const { holdId, ...content } = given(await placeHold(tx, noticeId, false));
      await db.insert(objectionBox).values({ code, act: 'object', noticeId, holdId, day, content });
    });
    return code;
  }
  await change({ ...ctx, actor: visitor, requestId: '' }, async (tx) => {
    const { regionCode, settings } = await mayObject(tx, noticeId, input.applicationId);
    const identity = { name: input.name, contact: input.contact };
    await enterObjection(tx, { ...given(await placeHold(tx, noticeId, true)), identity }, { regionCode, answerDays: settings.answerDays });
    await noteTies(tx, ctx.actor.id, input.applicationId, input.contact);
  });
  return code;
}

/** The notice is open, and the entry is on it. */
async function mayObject(tx: Ctx, noticeId: string, applicationId: string) {
  const held = await hold(tx, noticeId);
  const phase = phaseOf(held.notice, beijingDay(tx.now));
  if (phase === 'draft') throw new Refusal('notice-not-found', 404);
  if (phase !== 'open') throw new Refusal('notice-not-open');
  if (!applicationId) return held;
  const listed = and(eq(noticeEntries.noticeId, noticeId), eq(noticeEntries.applicationId, applicationId));
  const [entry] = await tx.db.select({ state: noticeEntries.state }).from(noticeEntries).where(listed);
  if (!entry) throw new Refusal('entry-not-found', 404);
  return held;
}

/** 回避依据: whoever is signed in and objects with their name, or is reached at the contact they gave, judges nothing of this community from now on. */
async function noteTies(tx: Change, userId: string, applicationId: string, contact: string): Promise<void> {
  if (!applicationId) return;
  const reached = or(eq(users.id, userId), eq(sql`lower(${users.email})`, contact.toLowerCase()), eq(users.phoneNumber, contact));
  const people = await tx.db.select({ id: users.id }).from(users).where(reached).limit(3);
  const [unit] = await tx.db.select({ communityCode: applications.regionCode }).from(applications).where(eq(applications.id, applicationId));
  for (const { id } of people) await keepTie(tx, { expertId: id, kind: 'earlier-objection', source: 'recorded', reason: '曾对该社区提出异议', tiedTo: unit! });
}
