import { asc, eq } from 'drizzle-orm';
import { expertAgreements, experts } from '#app/domain/pilot/experts/tables.server.ts';
import { planVisits } from '#app/domain/pilot/visits/plan-visits.ts';
import { visitAttachments, visitFields } from '#app/domain/pilot/visits/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import type { Person } from './story.ts';

/** Somebody with the role becomes an expert who may be sent: verified, trained, this year's agreement signed. */
export async function mayBeSent(db: Db, { id, name }: Person): Promise<void> {
  const now = new Date();
  await db.insert(experts).values({ userId: id, fields: ['education'], regionCode: '*', standing: 'verified', trainedOn: beijingDay(now), training: '线上培训', createdAt: now });
  await db.insert(expertAgreements).values({ expertId: id, year: Number(beijingDay(now).slice(0, 4)), version: '1', content: '协议', contentHash: 'hash', signedName: name, signedAt: now });
}

/** 计划一次到访 to a community from today on. */
export async function aPlannedVisit(office: Person, code: string, expert: Person, second?: Person): Promise<string> {
  const day = addDays(beijingDay(new Date()), 1);
  const [id] = await planVisits(office.ctx(), { codes: [code], notice: 'announced', fromOn: day, toOn: day, purpose: '看一看儿童之家', expert: expert.id, secondExpert: second?.id ?? '' });
  return id!;
}

/** 服务器上的记录: every path with the values that stand there. */
export async function recordOf(db: Db, visitId: string): Promise<Record<string, unknown[]>> {
  const rows = await db.select().from(visitFields).where(eq(visitFields.visitId, visitId)).orderBy(asc(visitFields.path));
  return Object.fromEntries(rows.map(({ path, versions }) => [path, versions.map(({ value }) => value)]));
}

export const filesOf = (db: Db, visitId: string) => db.select().from(visitAttachments).where(eq(visitAttachments.visitId, visitId)).orderBy(asc(visitAttachments.kind));
