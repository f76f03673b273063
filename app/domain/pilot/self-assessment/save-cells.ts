import { eq, sql } from 'drizzle-orm';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { isSame, merge, mostRivals, type Version } from '#app/domain/pilot/applications/answers.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limitTyping } from '#app/platform/limit.ts';
import { plainText } from '#app/platform/plain-text.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Held, holdOpen, rowsOf, standingUnit, type Which } from './held.ts';
import type { Cell, SaveInput } from './input.ts';
import { type Field, reasonLength, type Row } from './model.ts';
import { selfAssessments } from './tables.server.ts';

/** 已保存: how a cell stands now; `mine` is the revision of what this person sent. */
export type Saved = Version & { ruleId: string; field: Field; mine: number; rivals: Version[] };

/**
 * 保存: cell by cell, so that two people can fill one assessment. What was written over a text that its author had not
 * seen stands beside it until somebody chooses; the same rule of merging as for applications. As often as people type (`limitTyping`).
 */
export async function saveCells(ctx: Ctx, which: Which, input: SaveInput): Promise<Saved[]> {
  await limitTyping(ctx, 'assessment');
  return change(ctx, async (tx) => {
    const held = await holdOpen(tx, which);
    await standingUnit(tx, which.regionCode);
    const known = new Set(rulesOf(await getEdition(tx, held.editionId)).map(({ id }) => id));
    if (input.cells.some(({ ruleId }) => !known.has(ruleId))) throw new Refusal('rule-of-another-edition');

    const rows = await rowsOf(tx, held); // only once it is held: what is read must be what is merged with
    const changed = new Map<string, Row>();
    const saved: Saved[] = [];
    for (const cell of input.cells) {
      const row: Row = changed.get(cell.ruleId) ?? rows.get(cell.ruleId) ?? { ruleId: cell.ruleId, said: {}, copiedFrom: null };
      const { now, answer } = cellAfter(tx, row, cell);
      if (now) changed.set(cell.ruleId, now);
      saved.push(answer);
    }
    await writeRows(tx, held, [...changed.values()]);
    const conflicts = saved.filter(({ rivals }) => rivals.length > 0).map(({ ruleId }) => ruleId);
    await tx.record('self-assessment.saved', { id: held.id, regionCode: held.regionCode }, { rules: [...changed.keys()], ...(conflicts.length > 0 ? { conflicts } : {}) });
    return saved;
  });
}

/** One cell merged into its row; what says nothing new changes nothing. */
function cellAfter(tx: Change, row: Row, { ruleId, field, value, bases }: Cell): { now: Row | undefined; answer: Saved } {
  const was = row.said[field];
  const text = field === 'reason' ? [...plainText(value).replaceAll('\r\n', '\n')].slice(0, reasonLength).join('') : value;
  if (was === undefined ? text === '' : was.rivals.length === 0 && isSame(was.current.value, text)) {
    const current = was?.current ?? { value: '', revision: 0, by: '', byName: '', at: tx.now.toISOString() };
    return { now: undefined, answer: { ruleId, field, ...current, mine: current.revision, rivals: [] } };
  }
  const { mine, ...after } = merge(was, { value: text, by: tx.actor.id, byName: tx.actor.name, at: tx.now.toISOString(), bases });
  if (after.rivals.length > mostRivals && after.rivals.length > (was?.rivals.length ?? 0)) throw new Refusal('answer-unsettled');
  return { now: { ...row, said: { ...row.said, [field]: after } }, answer: { ruleId, field, ...after.current, mine, rivals: after.rivals } };
}

/** All changed rows in one statement; the assessment remembers when it was touched. */
export async function writeRows(tx: Change, held: Held, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.db.update(selfAssessments).set({ updatedAt: tx.now }).where(sql`${eq(selfAssessments.countyCode, held.countyCode)} and ${eq(selfAssessments.id, held.id)}`);
  await tx.db.execute(sql`
    insert into self_assessment_rows (county_code, region_code, assessment_id, rule_id, said, copied_from, saved_by, saved_by_name, saved_at)
    select ${held.countyCode}::int, ${held.regionCode}, ${held.id}::uuid, line->>'ruleId', line->'said', (line->>'copiedFrom')::smallint,
           ${tx.actor.id}, ${tx.actor.name}, ${tx.now.toISOString()}::timestamptz
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) line
    on conflict (county_code, assessment_id, rule_id) do update set
      said = excluded.said, copied_from = excluded.copied_from, saved_by = excluded.saved_by, saved_by_name = excluded.saved_by_name, saved_at = excluded.saved_at`);
}
