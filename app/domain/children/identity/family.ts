import { asc, desc, eq } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { opened, within } from './inside-identity.ts';
import { ageOn, type Band, bandOf, type Decision, type Purpose, purposes } from './model.ts';
import { currentNotice } from './notice.ts';
import { openChild, ownChild } from './own-child.ts';
import { children, consents, guardianships, openings, rightsRequests } from './tables.server.ts';

/** 一个目的的现状: what was said last, and whether it counts under the notice in force; never asked is `null`. */
export type PurposeState = { purpose: Purpose; decision: Decision | null; isCurrent: boolean; saidBy: string | null; guardianSays: boolean | null; childSays: boolean | null; noticeVersion: number | null; at: Date | null };

type Line = typeof consents.$inferSelect;

/** The latest line of each purpose, newest lines first. */
export function statesOf(lines: readonly Line[], version: number): PurposeState[] {
  return purposes.map((purpose) => {
    const last = lines.find((line) => line.purpose === purpose);
    if (!last) return { purpose, decision: null, isCurrent: false, saidBy: null, guardianSays: null, childSays: null, noticeVersion: null, at: null };
    const { decision, saidBy, guardianSays, childSays, noticeVersion, at } = last;
    return { purpose, decision, isCurrent: noticeVersion === version, saidBy, guardianSays, childSays, noticeVersion, at };
  });
}

/** 要重新确认: agreed to under an earlier version of the notice; until it is renewed nothing is processed. */
export const needsRenewal = ({ decision, isCurrent }: PurposeState) => decision === 'given' && !isCurrent;

/** 我的孩子们, with what waits for the guardian. */
export async function listFamily(ctx: Ctx) {
  allowAnywhere(ctx, 'family.own');
  const notice = await currentNotice(ctx);
  const { rows, lines } = await within(ctx.db, async (db) => ({
    rows: await db.select({ child: children }).from(children).innerJoin(guardianships, eq(guardianships.childId, children.id)).where(eq(guardianships.userId, ctx.actor.id)).orderBy(asc(children.id)).limit(20),
    lines: await db.select({ consent: consents }).from(consents).innerJoin(guardianships, eq(guardianships.childId, consents.childId)).where(eq(guardianships.userId, ctx.actor.id)).orderBy(desc(consents.id)).limit(2000),
  }));
  return rows.map(({ child }) => {
    const { id, nickname, birthday } = openChild(child);
    const states = statesOf(lines.flatMap(({ consent }) => (consent.childId === id ? [consent] : [])), notice.version);
    return { id, nickname, age: ageOn(birthday, beijingDay(ctx.now)), isRenewalDue: states.some(needsRenewal) };
  });
}

/** 我们存了什么: everything this room holds of one child, why, and who opened it; for the guardian. */
export async function getHeld(ctx: Ctx, childId: string) {
  const own = await ownChild(ctx, childId);
  const notice = await currentNotice(ctx);
  const held = await within(ctx.db, async (db) => ({
    lines: await db.select().from(consents).where(eq(consents.childId, childId)).orderBy(desc(consents.id)).limit(500),
    looks: await db.select({ at: openings.at, by: openings.openedByName }).from(openings).where(eq(openings.childId, childId)).orderBy(desc(openings.id)).limit(100),
    asked: await db.select().from(rightsRequests).where(eq(rightsRequests.childId, childId)).orderBy(desc(rightsRequests.id)).limit(50),
  }));
  const age = ageOn(own.birthday, beijingDay(ctx.now));
  const band: Band = bandOf(age);
  return {
    ...own, age, band, notice,
    states: statesOf(held.lines, notice.version),
    history: held.lines.map(({ purpose, decision, guardianSays, childSays, saidBy, noticeVersion, noticeHash, at }) => ({ purpose, decision, guardianSays, childSays, saidBy, noticeVersion, noticeHash, at })),
    openings: held.looks,
    requests: held.asked.map(({ sealedWords, sealedAnswer, id, kind, askedAt, dueOn, answeredAt, answeredByName, isGranted }) => ({
      id, kind, askedAt, dueOn, answeredAt, answeredByName, isGranted, words: opened(sealedWords), answer: sealedAnswer && opened(sealedAnswer),
    })),
  };
}
