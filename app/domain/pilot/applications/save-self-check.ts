import { sql } from 'drizzle-orm';
import { countyCode } from '#app/platform/county-code.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Held, hold, stillOpen, type SelfCheckRow } from './form.ts';
import type { SelfCheckInput } from './input.ts';

/** 快速自查 (问答 2): optional, never blocks, the first line of the community's history against the rules. */
export function saveSelfCheck(ctx: Ctx, id: string, input: SelfCheckInput): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await hold(tx, id, 'application.fill');
    stillOpen(tx, held);
    await writeSelfCheck(tx, held, input.selfCheck);
    await tx.record('application.self-checked', { id, regionCode: held.regionCode }, { rules: input.selfCheck.length });
  });
}

/** All given rules in one statement; a rule that is not in the call's edition is refused. */
export async function writeSelfCheck(tx: Change, held: Held, rows: readonly SelfCheckRow[]): Promise<void> {
  if (rows.length === 0) return;
  const unique = [...new Map(rows.map((row) => [row.ruleId, row])).values()];
  const { rowCount } = await tx.db.execute(sql`
    insert into self_check_answers (county_code, application_id, rule_id, region_code, level, note)
    select ${countyCode(held.regionCode)}::int, ${held.id}::uuid, given.rule_id, ${held.regionCode}, given.level, given.note
    from unnest(${sql.param(unique.map((row) => row.ruleId))}::text[], ${sql.param(unique.map((row) => row.level))}::text[],
                ${sql.param(unique.map((row) => row.note))}::text[]) as given (rule_id, level, note)
    join rules on rules.id = given.rule_id and rules.edition_id = ${held.editionId}
    on conflict (county_code, application_id, rule_id) do update set level = excluded.level, note = excluded.note`);
  if (rowCount !== unique.length) throw new Refusal('rule-not-found', 400);
}
