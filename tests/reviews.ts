import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { aUser, fiveSections } from './cycle.ts';
import { as, ctxOf, person, today } from './world.ts';
import { acceptAssignment } from '#app/domain/pilot/review/answer-assignment.ts';
import { getSubmitted } from '#app/domain/pilot/applications/submitted.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { candidatesFor } from '#app/domain/pilot/review/candidates.ts';
import { MarksInput } from '#app/domain/pilot/review/input.ts';
import { submitReview } from '#app/domain/pilot/review/score.ts';
import { assignments } from '#app/domain/pilot/review/tables.server.ts';
import { attestations } from '#app/domain/pilot/conflicts/tables.server.ts';
import { statementVersion } from '#app/domain/pilot/conflicts/model.ts';
import { expertAgreements, experts } from '#app/domain/pilot/experts/tables.server.ts';

/** What an expert confirms when accepting. */
export const attested = { attested: statementVersion };
export const office = (db: Db) => as(db, 'programme-officer', '*');
export const expert = (db: Db, id: string) => ctxOf(db, person('expert', '*', id));
export const assign = (db: Db, applicationId: string, expertId: string) => assignExpert(office(db), applicationId, { expertId, dueOn: '2026-09-20' });
export const candidatesOf = async (ctx: Ctx, applicationId: string) => candidatesFor(ctx, await getSubmitted(ctx, applicationId));
export const eventsOf = async (db: Db, id: string) => (await db.select().from(records).where(eq(records.subjectId, id))).map((row) => row.event);

export async function anExpert(db: Db, id: string, given: Partial<typeof experts.$inferInsert> = {}) {
  await aUser(db, id, `专家${id}`);
  await db.insert(roleGrants).values({ userId: id, role: 'expert', regionCode: '*', grantedBy: 'admin', grantedAt: today });
  await db.insert(experts).values({ userId: id, fields: ['education'], regionCode: '*', createdAt: today, ...given });
  return qualify(db, id);
}

/** Somebody on the list becomes one who may be assigned: verified, trained, this year's agreement signed. */
export async function qualify(db: Db, id: string) {
  await db.update(experts).set({ standing: 'verified', trainedOn: '2026-08-01', training: '线上培训' }).where(eq(experts.userId, id));
  await db.insert(expertAgreements).values({ expertId: id, year: 2026, version: '2026-1', content: '协议', contentHash: 'hash', signedName: id, signedAt: today });
  return id;
}

/** An assignment as the verbs would have left it, with its attestation, when a test is about what comes after. */
export async function anAssignment(db: Db, given: Omit<typeof assignments.$inferInsert, 'assignedBy' | 'assignedAt'> & Partial<typeof assignments.$inferInsert>) {
  const row = { id: randomUUID(), assignedBy: 'office', assignedAt: today, ...given };
  await anAttestation(db, row);
  await db.insert(assignments).values(row);
  return row.id;
}

/** What an expert confirmed before accepting. */
export async function anAttestation(db: Db, { id, expertId, applicationId }: { id: string; expertId: string; applicationId: string }) {
  await db.insert(attestations).values({ assignmentId: id, expertId, applicationId, version: statementVersion, statement: '没有回避情形', attestedAt: today });
}

export const marks = (revision: number, score = '80', comment = '做得好') =>
  MarksInput.parse({ revision, overall: '总评', ...Object.fromEntries(fiveSections.flatMap((id) => [[`score-${id}`, score], [`note-${id}`, comment]])) });

export async function aReview(db: Db, applicationId: string, expertId: string, score = '80') {
  const id = await assign(db, applicationId, expertId);
  await acceptAssignment(expert(db, expertId), id, attested);
  await submitReview(expert(db, expertId), id, marks(0, score));
  return id;
}
