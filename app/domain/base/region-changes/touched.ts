import { sql } from 'drizzle-orm';
import type { Plan } from '#app/domain/base/regions/change-plan.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 触及的单位 of a plan: the codes whose papers, people and organisations have to do with it. */
export const codesOf = (plan: Plan) => [...plan.fates.map((fate) => fate.from.code), ...plan.renamed.map(({ code }) => code)];

/** 触及的人和机构: grants, accounts and organisations that stand at these very units. */
export async function touchedPeople(ctx: Ctx, codes: readonly string[]): Promise<{ grants: number; accounts: number; organisations: number }> {
  const held = sql.param([...codes]);
  const { rows } = await ctx.db.execute<{ grants: number; accounts: number; organisations: number }>(sql`
    select (select count(*)::int from role_grants where region_code = any(${held}::text[])) as grants,
           (select count(*)::int from users where region_code = any(${held}::text[])) as accounts,
           (select count(*)::int from organisations where region_code = any(${held}::text[])) as organisations`);
  return rows[0]!;
}
