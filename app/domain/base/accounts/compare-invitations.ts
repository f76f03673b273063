import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { RowVerdict } from '#app/platform/row-verdict.ts';
import { may } from './access.ts';
import { invitations, users } from './tables.server.ts';

type Row = { contact: string; role: string; regionCode: string };

/** 与账号和邀请比较: whether each row invites somebody who has neither an account nor the same invitation. */
export async function compareInvitations(ctx: Ctx, rows: readonly Row[]): Promise<RowVerdict[]> {
  if (rows.length === 0) return [];
  const contacts = rows.map((row) => row.contact);
  const there = await ctx.db.select({ code: regions.code }).from(regions).where(inArray(regions.code, [...new Set(rows.map((row) => row.regionCode))]));
  const people = await ctx.db.select({ email: users.email, phone: users.phoneNumber }).from(users).where(or(inArray(users.email, contacts), inArray(users.phoneNumber, contacts)));
  const invited = await ctx.db
    .select({ contact: invitations.contact, role: invitations.role, regionCode: invitations.regionCode })
    .from(invitations)
    .where(and(inArray(invitations.contact, contacts), isNull(invitations.revokedAt), isNull(invitations.acceptedAt), gt(invitations.expiresAt, ctx.now)));
  const codes = new Set(['*', ...there.map(({ code }) => code)]);
  const taken = new Set(people.flatMap(({ email, phone }) => [email, phone]));
  const open = new Map(invited.map((one) => [one.contact, one]));
  const firsts = new Map<string, number>();
  return rows.map((row, i) => {
    const first = firsts.get(row.contact);
    if (first !== undefined) return { state: 'wrong', column: 'contact', code: 'double', figures: [String(first)] };
    firsts.set(row.contact, i);
    if (!codes.has(row.regionCode)) return { state: 'wrong', column: 'regionCode', code: 'region-code', figures: [row.regionCode] };
    if (!may(ctx.actor, 'account.invite', row)) return { state: 'wrong', column: 'regionCode', code: 'not-here' };
    if (taken.has(row.contact)) return { state: 'wrong', column: 'contact', code: 'taken' };
    const before = open.get(row.contact);
    if (!before) return { state: 'new' };
    return before.role === row.role && before.regionCode === row.regionCode ? { state: 'same' } : { state: 'wrong', column: 'contact', code: 'invited' };
  });
}

/** An invitation that somebody has accepted is built on: revoking it would leave the account. */
export async function notAccepted(ctx: Ctx, id: string): Promise<void> {
  const [invitation] = await ctx.db.select({ acceptedAt: invitations.acceptedAt }).from(invitations).where(eq(invitations.id, id));
  if (invitation?.acceptedAt) throw new Refusal('import-built-on');
}
