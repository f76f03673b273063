import { and, eq, inArray, sql } from 'drizzle-orm';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isSame, merge, mostRivals, tidy, type Version, type Versions } from './answers.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { hold, onlyReturned, stillOpen } from './form.ts';
import type { SaveInput } from './input.ts';
import { getQuestionSet, questionOf } from '#app/domain/pilot/calls/question-sets.ts';
import { applicationAnswers, applications } from './tables.server.ts';

/** 已保存: how each answer stands now; `mine` is the revision of what this person sent. */
export type Saved = Version & { questionId: string; mine: number; rivals: Version[] };

/**
 * 保存一部分. Answers are kept as they were typed, also wrong ones (they show as missing). A text written over
 * another one that its author had not seen stands beside it until somebody chooses.
 */
export function saveSection(ctx: Ctx, id: string, input: SaveInput): Promise<Saved[]> {
  return change(ctx, async (tx) => {
    const asked = new Map(input.answers.map((answer) => [answer.questionId, answer]));
    const held = await hold(tx, id, 'application.fill');
    const before = await standing(tx, id, [...asked.keys()]); // only once it is held: what is read must be what is merged with
    stillOpen(tx, held);
    await onlyReturned(tx, held, [...asked.keys()]);

    const set = await getQuestionSet(tx, held.questionSetId);
    const at = tx.now.toISOString();
    const saved: Saved[] = [];
    const changed: (Versions & { questionId: string; source: string })[] = [];
    for (const [questionId, { value, bases }] of asked) {
      const was = before.get(questionId);
      const text = tidy(questionOf(set, questionId), value);
      const after = merge(was, { value: text, by: tx.actor.id, byName: tx.actor.name, at, bases });
      const isKnown = was !== undefined && was.rivals.length === 0 && isSame(was.current.value, text);
      if (!isKnown && after.rivals.length > mostRivals && after.rivals.length > was!.rivals.length) throw new Refusal('answer-unsettled');
      const { current, rivals, mine } = isKnown ? { ...was, mine: was.current.revision } : after;
      const source = isKnown ? was.source : '';
      saved.push({ questionId, ...current, mine, rivals });
      if (!isKnown) changed.push({ questionId, current, rivals, source });
    }
    await write(tx, id, changed);
    const questions = changed.map((one) => one.questionId);
    const conflicts = changed.filter((one) => one.rivals.length > 0).map((one) => one.questionId);
    await tx.record('application.saved', { id, regionCode: held.regionCode }, { questions, ...(conflicts.length > 0 ? { conflicts } : {}) });
    return saved;
  });
}

async function standing(tx: Change, id: string, questionIds: string[]) {
  const rows = await tx.db
    .select()
    .from(applicationAnswers)
    .where(and(eq(applicationAnswers.applicationId, id), inArray(applicationAnswers.questionId, questionIds)));
  return new Map(
    rows.map((row) => [
      row.questionId,
      {
        current: { value: row.value, revision: row.revision, by: row.savedBy, byName: row.savedByName, at: row.savedAt.toISOString() },
        rivals: row.rivals,
        source: row.source,
      },
    ]),
  );
}

async function write(tx: Change, id: string, changed: (Versions & { questionId: string })[]) {
  if (changed.length === 0) return;
  const lines = changed.map(({ questionId, current, rivals }) => ({ questionId, ...current, rivals }));
  const touched = tx.db.update(applications).set({ updatedAt: tx.now }).where(eq(applications.id, id)).execute();
  const written = tx.db.execute(sql`
    insert into application_answers (application_id, question_id, value, revision, source, saved_by, saved_by_name, saved_at, rivals)
    select ${id}::uuid, line->>'questionId', line->'value', (line->>'revision')::int, '', line->>'by', line->>'byName',
           (line->>'at')::timestamptz, line->'rivals'
    from jsonb_array_elements(${JSON.stringify(lines)}::jsonb) line
    on conflict (application_id, question_id) do update set
      value = excluded.value, revision = excluded.revision, source = excluded.source, saved_by = excluded.saved_by,
      saved_by_name = excluded.saved_by_name, saved_at = excluded.saved_at, rivals = excluded.rivals`);
  await Promise.all([touched, written]);
}
