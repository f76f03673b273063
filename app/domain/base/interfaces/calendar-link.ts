import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { actorById } from '#app/domain/base/accounts/actor-by-id.ts';
import { hashToken } from '#app/domain/base/accounts/session-token.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { type Change, change } from '#app/platform/change.ts';
import { type Actor, type Ctx, visitor } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { calendarLinks } from './tables.server.ts';

/** What a calendar program may see with the link, and nothing else. */
const calendarVerbs = ['application.read', 'application.fill', 'application.queue', 'review.score'] as const;

async function home(tx: Change): Promise<string> {
  if (tx.actor.token) throw new Refusal('not-allowed', 403);
  const [person] = await tx.db.select({ regionCode: users.regionCode }).from(users).where(eq(users.id, tx.actor.id));
  if (!person) throw new Refusal('sign-in-needed', 401);
  return person.regionCode;
}

/** 生成日历链接: a secret address of one's own deadlines, told once; the former one ends. */
export function makeCalendarLink(ctx: Ctx): Promise<string> {
  return change(ctx, async (tx) => {
    const regionCode = await home(tx);
    const token = randomBytes(24).toString('base64url');
    const made = { tokenHash: hashToken(token), createdAt: tx.now };
    await tx.db.insert(calendarLinks).values({ userId: tx.actor.id, ...made }).onConflictDoUpdate({ target: calendarLinks.userId, set: made });
    await tx.record('calendar-link.made', { id: tx.actor.id, regionCode });
    return token;
  });
}

/** 收回日历链接: calendars that ask with it find nothing any more. */
export function revokeCalendarLink(ctx: Ctx): Promise<void> {
  return change(ctx, async (tx) => {
    const regionCode = await home(tx);
    const gone = await tx.db.delete(calendarLinks).where(eq(calendarLinks.userId, tx.actor.id)).returning({ userId: calendarLinks.userId });
    if (gone.length === 0) throw new Refusal('calendar-link-none', 404);
    await tx.record('calendar-link.revoked', { id: tx.actor.id, regionCode });
  });
}

/** When one's own link was made; nothing if there is none. */
export async function ownCalendarLink(ctx: Ctx): Promise<Date | null> {
  const [link] = await ctx.db.select({ createdAt: calendarLinks.createdAt }).from(calendarLinks).where(eq(calendarLinks.userId, ctx.actor.id));
  return link?.createdAt ?? null;
}

/** 链接所代表的人, for reading deadlines alone. */
export async function readerOfCalendar(ctx: Ctx, token: string): Promise<Actor> {
  const [link] = await ctx.db.select({ userId: calendarLinks.userId }).from(calendarLinks).where(eq(calendarLinks.tokenHash, hashToken(token)));
  const reader = link ? await actorById(ctx, link.userId) : visitor;
  if (reader.id === '') throw new Refusal('calendar-link-unknown', 404);
  return { ...reader, token: { id: 'calendar', verbs: calendarVerbs, perMinute: 60 } };
}
