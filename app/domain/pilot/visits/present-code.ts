import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { visits } from './tables.server.ts';

/** 今属社区: where a community that has ended since goes on; a visit itself keeps the code under which it was made. */
export async function presentCode(ctx: Ctx, code: string): Promise<string> {
  const { rows } = await ctx.db.execute<{ code: string }>(sql`
    select coalesce((select l.present_code from region_lineage l join regions r on r.code = l.old_code and r.is_ended
      where l.old_code = ${code} and l.is_principal order by l.ended_at desc limit 1), ${code}) as code`);
  return rows[0]!.code;
}

/** Visits to a community, also those made under a code that has gone on in it. */
export const madeIn = (codes: readonly string[]) => sql`(${visits.regionCode} = any(${sql.param(codes)}::text[])
  or ${visits.regionCode} in (select l.old_code from region_lineage l join regions r on r.code = l.old_code and r.is_ended where l.is_principal and l.present_code = any(${sql.param(codes)}::text[])))`;
