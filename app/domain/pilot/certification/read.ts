import { and, asc, desc, eq, exists, gte, ilike, inArray, isNotNull, lt, lte, ne, or, sql, type SQL } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { together } from '#app/platform/together.ts';
import { type Level, type Standing, standingOf } from './model.ts';
import { certificateMeasures, certificates, measurePapers } from './tables.server.ts';

export type CertificateFilter = Cursor & { standing?: Standing | 'ending' | 'waiting' | undefined; level?: Level | undefined; region?: string | undefined; q?: string | undefined };

/** How far ahead the tab of certificates that end soon looks. */
const soonDays = 180;

const line = {
  id: certificates.id, number: certificates.number, regionCode: certificates.regionCode, level: certificates.level, grade: certificates.grade, content: certificates.content,
  issuedOn: certificates.issuedOn, validUntil: certificates.validUntil, state: certificates.state, renewalAskedAt: certificates.renewalAskedAt,
};

function inStanding(ctx: Ctx, standing: CertificateFilter['standing'], today: string): SQL | undefined {
  if (standing === 'waiting') return waiting(ctx);
  const { state, validUntil } = certificates;
  if (standing === 'ending') return and(eq(state, 'valid'), gte(validUntil, today), lte(validUntil, addDays(today, soonDays)));
  if (standing === 'expired') return and(inArray(state, ['valid', 'suspended']), lt(validUntil, today));
  if (standing === 'valid' || standing === 'suspended') return and(eq(state, standing), gte(validUntil, today));
  return standing ? eq(state, standing) : undefined;
}

const matching = (q: string | undefined) => (q ? or(ilike(certificates.number, anywhere(q)), ilike(sql`${certificates.content} ->> 'unit'`, anywhere(q))) : undefined);

async function list(ctx: Ctx, { region, q, level, standing, ...filter }: CertificateFilter, seen: SQL | undefined, size: number) {
  const cursor = cursorOf(filter);
  const page = keyset(certificates.id, cursor, size);
  const today = beijingDay(ctx.now);
  const rows = await ctx.db
    .select(line)
    .from(certificates)
    .where(and(seen, await insideToday(ctx, certificates.regionCode, region), level ? eq(certificates.level, level) : undefined, inStanding(ctx, standing, today), matching(q), page.where))
    .orderBy(page.order)
    .limit(page.limit);
  return pageOf(rows.map((row) => ({ ...row, standing: standingOf(row, today) })), cursor, (row) => row.id, size);
}

/** 证书名册 at the desk: newest first, by keyset, in the reader's regions. */
export function listCertificates(ctx: Ctx, filter: CertificateFilter, size = 50) {
  allowAnywhere(ctx, 'certificate.read');
  return list(ctx, filter, within(ctx, 'certificate.read', certificates.regionCode), size);
}

/** 公开名册: for everybody, without those that another certificate took the place of. */
export function publicCertificates(ctx: Ctx, filter: CertificateFilter, size = 50) {
  return list(ctx, filter, ne(certificates.state, 'replaced'), size);
}

/** 一份证书 at the desk, with what was taken against it and what it replaced. */
export async function certificateAtDesk(ctx: Ctx, id: string) {
  const [row] = isId(id) ? await ctx.db.select().from(certificates).where(and(eq(certificates.id, id), within(ctx, 'certificate.read', certificates.regionCode))) : [];
  if (!row) throw new Refusal(ctx.actor.id === '' ? 'sign-in-needed' : 'certificate-not-found', ctx.actor.id === '' ? 401 : 404);
  const near = await ctx.db
    .select({ id: certificates.id, number: certificates.number, replacesId: certificates.replacesId })
    .from(certificates)
    .where(or(eq(certificates.replacesId, id), row.replacesId ? eq(certificates.id, row.replacesId) : undefined))
    .limit(2);
  return {
    ...row, standing: standingOf(row, beijingDay(ctx.now)), measures: await measuresOf(ctx, [id]),
    replaces: near.find((one) => one.id === row.replacesId) ?? null, replacedBy: near.find((one) => one.replacesId === id) ?? null,
  };
}

/** 申报单位的证书: of one application, for its people; with what is open for them. */
export async function certificatesOf(ctx: Ctx, applicationId: string) {
  const rows = isId(applicationId)
    ? await ctx.db.select().from(certificates).where(and(eq(certificates.applicationId, applicationId), within(ctx, 'application.read', certificates.regionCode))).orderBy(desc(certificates.id)).limit(20)
    : [];
  const today = beijingDay(ctx.now);
  const measures = await measuresOf(ctx, rows.map(({ id }) => id));
  return rows.map((row) => ({ ...row, standing: standingOf(row, today), measures: measures.filter(({ certificateId }) => certificateId === row.id) }));
}

/** 处置 of these certificates, newest first, with the papers of each; the caller has found the certificates in scope. */
async function measuresOf(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await ctx.db.select().from(certificateMeasures).where(inArray(certificateMeasures.certificateId, [...ids])).orderBy(desc(certificateMeasures.id)).limit(100);
  const papers = rows.length === 0 ? [] : await ctx.db
    .select({ measureId: measurePapers.measureId, fileId: files.id, name: files.name, size: files.size })
    .from(measurePapers)
    .innerJoin(files, eq(files.id, measurePapers.fileId))
    .where(inArray(measurePapers.measureId, rows.map(({ id }) => id)))
    .orderBy(asc(files.id));
  return rows.map((row) => ({ ...row, papers: papers.filter(({ measureId }) => measureId === row.id) }));
}
export type Measure = Awaited<ReturnType<typeof measuresOf>>[number];

/** 可以决定: answered, or the last day for it is over; not for whoever proposed it. */
function ripe(ctx: Ctx): SQL {
  const { state, replyDueOn, openedBy } = certificateMeasures;
  return and(or(eq(state, 'replied'), and(eq(state, 'notified'), lt(replyDueOn, beijingDay(ctx.now)))), ne(openedBy, ctx.actor.id))!;
}

/** 待办的证书: measures that can be decided, by the day on which the reply was due, and renewals that were asked for. */
export function certificatesDue(ctx: Ctx): Promise<(string | null)[]> {
  return together(ctx, ctx.db
    .select({ day: certificateMeasures.replyDueOn })
    .from(certificates)
    .leftJoin(certificateMeasures, and(eq(certificateMeasures.certificateId, certificates.id), ne(certificateMeasures.state, 'decided'), ripe(ctx)))
    .where(and(waiting(ctx), within(ctx, 'certificate.read', certificates.regionCode)))
    .orderBy(asc(certificateMeasures.replyDueOn))
    .limit(100));
}

/** Something waits for the office: a measure that can be decided, or a renewal. */
function waiting(ctx: Ctx): SQL {
  const measures = ctx.db.select({ id: certificateMeasures.id }).from(certificateMeasures).where(and(eq(certificateMeasures.certificateId, certificates.id), ripe(ctx)));
  return or(exists(measures), and(eq(certificates.state, 'valid'), isNotNull(certificates.renewalAskedAt)))!;
}
