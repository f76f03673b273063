import { eq } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { acceptAssignment } from '#app/domain/pilot/review/answer-assignment.ts';
import { MarksInput } from '#app/domain/pilot/review/input.ts';
import type { RubricContent } from '#app/domain/pilot/rubrics/model.ts';
import { rubrics } from '#app/domain/pilot/rubrics/tables.server.ts';
import { aCall, anApplication, aStandard } from './cycle.ts';
import { anExpert, assign, attested, expert } from './reviews.ts';
import { today } from './world.ts';

const words = (id: string) => ({ id, zh: `项目${id}`, en: `Item ${id}` });

/** A rubric of few items: two norms, one must-rule beside them, one line of a negative list. */
export const smallRubric: RubricContent = {
  level: 'norm', sections: [words('A'), words('B')], items: [{ ...words('A1'), sectionId: 'A', weight: 3 }, { ...words('B1'), sectionId: 'B', weight: 1 }],
  mustRules: [{ ...words('A1.1'), sectionId: 'A' }], negativeList: [words('neg-1')], passMark: 60, borderline: 5, minimumSample: 6,
};

/** A published rubric as the verbs would have left it. */
export async function aRubric(db: Db, content: RubricContent = smallRubric): Promise<string> {
  const { editionId } = await aStandard(db);
  const [made] = await db
    .insert(rubrics)
    .values({ editionId, zh: '评分表', en: 'Rubric', effectiveFrom: '2026-01-01', content, createdBy: 'office', createdAt: today })
    .returning({ id: rubrics.id });
  await db.update(rubrics).set({ state: 'published', publishedAt: today }).where(eq(rubrics.id, made!.id));
  return made!.id;
}

/** An application under a small rubric, accepted for review by an expert. */
export async function aMarking(db: Db, expertId = 'a', content: RubricContent = smallRubric) {
  const callId = await aCall(db, { rubricId: await aRubric(db, content) });
  const application = await anApplication(db, { status: 'complete', callId });
  const id = await assign(db, application, await anExpert(db, expertId));
  await acceptAssignment(expert(db, expertId), id, attested);
  return { id, application, callId };
}

/** Marks as the page sends them: 'A1': 'met' or 'not: why'. */
export function given(revision: number, levels: Record<string, string>, overall?: string): MarksInput {
  const fields = Object.entries(levels).flatMap(([id, said]) => {
    const [level, note = ''] = said.split(': ');
    return [[`level-${id}`, level], [`note-${id}`, note]];
  });
  return MarksInput.parse({ revision, ...(overall === undefined ? {} : { overall }), ...Object.fromEntries(fields) });
}

export const wholly = { A1: 'met', B1: 'partly', 'A1.1': 'met', 'neg-1': 'clear' };
