import { and, eq, isNull } from 'drizzle-orm';
import { needChild } from '#app/domain/children/identity/here.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Member } from './find.ts';
import { councilMembers } from './tables.server.ts';

/** 我的席位: the seats this child holds now, in its own council and as a delegate above; an account is needed, for a code is nobody. */
export async function mySeats(ctx: Ctx): Promise<Member[]> {
  const childId = ctx.child?.childId;
  if (!childId) return [];
  return ctx.db.select().from(councilMembers).where(and(eq(councilMembers.childId, childId), isNull(councilMembers.endedOn))).limit(10);
}

/** 须是委员 of this council. */
export async function needMember(ctx: Ctx, councilId: string): Promise<Member & { childId: string }> {
  needChild(ctx);
  const seat = (await mySeats(ctx)).find((one) => one.councilId === councilId);
  if (!seat) throw new Refusal('council-members-only', 403);
  return { ...seat, childId: seat.childId! };
}
