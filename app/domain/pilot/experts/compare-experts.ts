import { eq, inArray } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import { findByLogin } from '#app/domain/base/accounts/people.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { RowVerdict } from '#app/platform/row-verdict.ts';
import { isExpert } from './experts.ts';
import type { ExpertInput } from './input.ts';
import { experts } from './tables.server.ts';

/** 与专家名单比较: whether each row lists somebody, changes what is listed, or cannot be taken. */
export async function compareExperts(ctx: Ctx, rows: readonly ExpertInput[]): Promise<RowVerdict[]> {
  const there = rows.length === 0 ? [] : await ctx.db.select({ code: regions.code }).from(regions).where(inArray(regions.code, [...new Set(rows.map((row) => row.regionCode))]));
  const codes = new Set(['*', ...there.map(({ code }) => code)]);
  const firsts = new Map<string, number>();
  const verdicts: RowVerdict[] = [];
  for (const [i, row] of rows.entries()) verdicts.push(await compare(row, i));
  return verdicts;

  async function compare(row: ExpertInput, i: number): Promise<RowVerdict> {
    if (!codes.has(row.regionCode)) return { state: 'wrong', column: 'regionCode', code: 'region-code', figures: [row.regionCode] };
    if (!may(ctx.actor, 'expert.register', row)) return { state: 'wrong', column: 'regionCode', code: 'not-here' };
    const user = await findByLogin(ctx, row.account);
    if (!user) return { state: 'wrong', column: 'account', code: 'no-account', figures: [row.account] };
    const first = firsts.get(user.id);
    if (first !== undefined) return { state: 'wrong', column: 'account', code: 'double', figures: [String(first)] };
    firsts.set(user.id, i);
    if (!(await isExpert(ctx, user.id))) return { state: 'wrong', column: 'account', code: 'no-expert-role' };
    const [known] = await ctx.db.select().from(experts).where(eq(experts.userId, user.id));
    if (!known) return { state: 'new' };
    const { fields, regionCode, organisationName } = known;
    if (regionCode === row.regionCode && organisationName === row.organisationName && fields.toSorted().join() === row.fields.toSorted().join()) return { state: 'same' };
    if (!may(ctx.actor, 'expert.register', known)) return { state: 'wrong', column: 'account', code: 'not-here' };
    return { state: 'changed', subjectId: user.id, before: { account: row.account, fields, regionCode, organisationName } };
  }
}
