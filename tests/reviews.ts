import { eq } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { aUser, fiveSections } from './cycle.ts';
import { as, ctxOf, person, today } from './world.ts';
import { acceptAssignment } from '#app/domain/pilot/review/answer-assignment.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { MarksInput } from '#app/domain/pilot/review/input.ts';
import { submitReview } from '#app/domain/pilot/review/score.ts';
import { experts } from '#app/domain/pilot/review/tables.server.ts';

export const office = (db: Db) => as(db, 'programme-officer', '*');
export const expert = (db: Db, id: string) => ctxOf(db, person('expert', '*', id));
export const assign = (db: Db, applicationId: string, expertId: string) => assignExpert(office(db), applicationId, { expertId, dueOn: '2026-09-20' });
export const eventsOf = async (db: Db, id: string) => (await db.select().from(records).where(eq(records.subjectId, id))).map((row) => row.event);

export async function anExpert(db: Db, id: string, given: Partial<typeof experts.$inferInsert> = {}) {
  await aUser(db, id, `专家${id}`);
  await db.insert(roleGrants).values({ userId: id, role: 'expert', regionCode: '*', grantedBy: 'admin', grantedAt: today });
  await db.insert(experts).values({ userId: id, fields: ['education'], regionCode: '*', createdAt: today, ...given });
  return id;
}

export const marks = (revision: number, score = '80', comment = '做得好') =>
  MarksInput.parse({ revision, overall: '总评', ...Object.fromEntries(fiveSections.flatMap((id) => [[`score-${id}`, score], [`note-${id}`, comment]])) });

export async function aReview(db: Db, applicationId: string, expertId: string, score = '80') {
  const id = await assign(db, applicationId, expertId);
  await acceptAssignment(expert(db, expertId), id);
  await submitReview(expert(db, expertId), id, marks(0, score));
  return id;
}
