import { and, desc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { evidence } from '#app/domain/base/evidence/tables.server.ts';
import { factsOf } from '#app/domain/base/communities/facts.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { resultsOf } from '#app/domain/base/rule-results/read.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { inLanguage, rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { selfAssessmentSubmissions } from '#app/domain/pilot/self-assessment/tables.server.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { myDevice } from './devices.ts';
import { aboutVisit, myPart, standOf, type Visit } from './hold.ts';
import { isOver } from './model.ts';
import type { PackedRule, VisitPackage } from './package.ts';
import { visits, visitTakings } from './tables.server.ts';

/** 带走离线包: all that the visit needs without a network; the server remembers which phone has it. */
export async function takeVisit(ctx: Ctx, id: string, deviceId: string): Promise<VisitPackage> {
  const part = await myPart(ctx, id);
  const device = await myDevice(ctx, deviceId);
  if (device.revokedAt) throw new Refusal('device-revoked', 403);
  const [visit] = await ctx.db.select().from(visits).where(eq(visits.id, id));
  if (part.setAsideAt || visit!.state === 'called-off') throw new Refusal('visit-over', 410);
  const before = await ctx.db.$count(visitTakings, and(eq(visitTakings.visitId, id), eq(visitTakings.deviceId, deviceId)));
  if (before === 0 && !isOver(visit!.state)) {
    await change(ctx, async (tx) => {
      await tx.db.insert(visitTakings).values({ visitId: id, deviceId, takenAt: tx.now }).onConflictDoNothing();
      await tx.record('visit.taken', aboutVisit(visit!), { number: visit!.number, deviceId, device: device.name });
    });
  }
  return packed(ctx, visit!);
}

async function packed(ctx: Ctx, visit: Visit): Promise<VisitPackage> {
  const edition = await getEdition(ctx, visit.editionId);
  const stand = await standOf(ctx, visit);
  const path = await regionPath(ctx, visit.regionCode);
  const active = stand.experts;
  const people = await ctx.db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, active.map(({ expertId }) => expertId)));
  const names = new Map(people.map((one) => [one.id, one.name]));
  const { id, number, state, notice, fromOn, toOn, purpose, agenda, revision } = visit;
  return {
    format: 1,
    visit: { id, number, state, notice, from: fromOn, to: toOn, purpose, agenda, experts: active.map(({ expertId, slot }) => ({ id: expertId, name: names.get(expertId) ?? '', slot, isMe: expertId === ctx.actor.id })) },
    community: { code: visit.regionCode, name: path.at(-1)?.name ?? visit.regionCode, path: path.slice(0, -1).map((step) => step.name).join(' '), facts: await factsFor(ctx, visit.regionCode) },
    edition: { id: edition.id, name: inLanguage(edition, ctx.locale), hash: edition.hash },
    rules: await rulesFor(ctx, visit, edition),
    revision, fields: stand.fields, arrived: [...stand.arrived], wanted: stand.attachments.filter((one) => one.arrivedAt === null).map(({ sha256 }) => sha256), lacks: stand.lacks, serverAt: ctx.now.toISOString(),
  };
}

/** 社区情况: plain counts that have a name in words. */
async function factsFor(ctx: Ctx, code: string) {
  const names: Record<string, string> = visitsWords[ctx.locale].facts;
  return Object.entries(await factsOf(ctx, code)).flatMap(([key, value]) => (names[key] && (typeof value === 'number' || typeof value === 'string') ? [{ name: names[key], value: String(value) }] : []));
}

/** 细则 with what the community says of itself and the titles of its proofs, as it last handed them in. */
async function rulesFor(ctx: Ctx, visit: Visit, edition: Awaited<ReturnType<typeof getEdition>>): Promise<PackedRule[]> {
  const [sheet] = await resultsOf(ctx, visit.regionCode, 'self');
  const [handed] = await ctx.db
    .select({ rows: selfAssessmentSubmissions.rows })
    .from(selfAssessmentSubmissions)
    .where(and(eq(selfAssessmentSubmissions.countyCode, countyCode(visit.regionCode)), eq(selfAssessmentSubmissions.regionCode, visit.regionCode)))
    .orderBy(desc(selfAssessmentSubmissions.submittedAt))
    .limit(1);
  const said = new Map(handed?.rows.map((row) => [row.ruleId, row]));
  const proofs = standardWords[ctx.locale].evidences;
  const pieces = await piecesOf(ctx, visit, handed?.rows.flatMap((row) => row.evidence.map((one) => one.id)) ?? []);
  const onAgenda = new Set(visit.agenda.flatMap((item) => item.ruleIds));
  return rulesOf(edition).map((rule) => ({
    id: rule.id, kind: rule.kind, text: inLanguage(rule, ctx.locale), sectionId: rule.section.id, sectionName: inLanguage(rule.section, ctx.locale), normId: rule.norm.id, normName: inLanguage(rule.norm, ctx.locale),
    threshold: rule.threshold ? ((ctx.locale === 'en' ? rule.threshold.en : rule.threshold.zh) ?? `${rule.threshold.op} ${rule.threshold.value} ${rule.threshold.unit}`.trim()) : '', proofs: rule.evidence.map((one) => proofs[one] ?? one),
    self: sheet?.levels[rule.id] ? { level: sheet.levels[rule.id]!, year: sheet.year } : null, reason: said.get(rule.id)?.reason ?? '',
    evidence: (said.get(rule.id)?.evidence ?? []).flatMap(({ id }) => pieces.get(id) ?? []), isOnAgenda: onAgenda.size === 0 || onAgenda.has(rule.id),
  }));
}

/** 佐证 of the community that an expert may know of: nothing sealed, nothing withdrawn. */
async function piecesOf(ctx: Ctx, visit: Visit, ids: readonly string[]) {
  const rows = ids.length === 0 ? [] : await ctx.db
    .select({ id: evidence.id, title: evidence.title, kind: evidence.kind, validTo: evidence.validTo })
    .from(evidence)
    .where(and(eq(evidence.countyCode, countyCode(visit.regionCode)), inArray(evidence.id, [...new Set(ids)]), isNull(evidence.withdrawnAt), ne(evidence.confidentiality, 'sealed')));
  return new Map(rows.map((row) => [row.id, row]));
}
