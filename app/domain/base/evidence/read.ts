import { and, count, desc, eq, gt, gte, ilike, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { allow, may } from '#app/domain/base/accounts/access.ts';
import { nameIfAny, nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { citedBy } from './citations.ts';
import { type Kind, serves, type Standing, standingOn, warnDays } from './model.ts';
import { servingPlace } from './offers.ts';
import { asSeen } from './seen.ts';
import { evidence, evidenceCitations, evidenceRevisions } from './tables.server.ts';

export type EvidenceFilter = Cursor & {
  text?: string | undefined; kind?: Kind | undefined; standing?: Standing | undefined; ruleId?: string | undefined; isUncited?: boolean | undefined;
};

const timesCited = sql<number>`(select count(*)::int from ${evidenceCitations} c where c.county_code = ${evidence.countyCode} and c.evidence_id = ${evidence.id})`;

/** 佐证清单 of a place, newest first: its own, what lies in it, and what the street and county above it keep. */
export async function listEvidence(ctx: Ctx, regionCode: string, filter: EvidenceFilter = {}, size = 20) {
  allow(ctx, 'evidence.read', { regionCode });
  const today = beijingDay(ctx.now);
  const cursor = cursorOf(filter);
  const { where, order, limit } = keyset(evidence.id, cursor, size);
  const found = await ctx.db
    .select({ piece: evidence, regionName: nameIfAny(ctx), timesCited })
    .from(evidence)
    .leftJoin(regions, eq(regions.code, evidence.regionCode))
    .where(and(servingPlace(regionCode), filtered(filter, today), where))
    .orderBy(order)
    .limit(limit);
  const page = pageOf(found, cursor, ({ piece }) => piece.id, size);
  return {
    ...page,
    rows: page.rows.map(({ piece, regionName, timesCited: times }) => ({
      ...asSeen(ctx.actor, piece), regionName: regionName ?? piece.regionCode, timesCited: times,
      standing: standingOn({ ...piece, isWithdrawn: piece.withdrawnAt !== null }, today),
    })),
  };
}

/** 各状态件数 of the same list, whatever state is chosen. */
export async function countEvidence(ctx: Ctx, regionCode: string, filter: EvidenceFilter = {}): Promise<Record<Standing, number>> {
  allow(ctx, 'evidence.read', { regionCode });
  const today = beijingDay(ctx.now);
  const of = (standing: Standing) => count(sql`case when ${inStanding(standing, today)} then 1 end`);
  const [row] = await ctx.db
    .select({ valid: of('valid'), soon: of('soon'), expired: of('expired'), 'not-yet': of('not-yet'), withdrawn: of('withdrawn') })
    .from(evidence)
    .where(and(servingPlace(regionCode), filtered({ ...filter, standing: undefined }, today)));
  return row!;
}

function filtered(filter: EvidenceFilter, today: string): SQL | undefined {
  const words = filter.text?.trim();
  const cited = (more: SQL) => sql`exists (select 1 from ${evidenceCitations} c where c.county_code = ${evidence.countyCode} and c.evidence_id = ${evidence.id} ${more})`;
  return and(
    words ? or(...[evidence.title, evidence.source, evidence.place].map((column) => ilike(column, anywhere(words))), and(ilike(evidence.text, anywhere(words)), sql`${evidence.confidentiality} <> 'sealed'`)) : undefined,
    filter.kind ? eq(evidence.kind, filter.kind) : undefined,
    filter.ruleId ? cited(sql`and c.rule_id = ${filter.ruleId}`) : undefined,
    filter.isUncited ? sql`not ${cited(sql``)}` : undefined,
    filter.standing ? inStanding(filter.standing, today) : undefined,
  );
}

/** `standingOn`, said to the database. */
function inStanding(standing: Standing, today: string): SQL {
  const lastWarned = addDays(today, warnDays[0]);
  if (standing === 'withdrawn') return isNotNull(evidence.withdrawnAt);
  const byDays: Record<Exclude<Standing, 'withdrawn'>, SQL | undefined> = {
    'not-yet': gt(evidence.validFrom, today),
    expired: and(lte(evidence.validFrom, today), lt(evidence.validTo, today)),
    soon: and(lte(evidence.validFrom, today), gte(evidence.validTo, today), lte(evidence.validTo, lastWarned)),
    valid: and(lte(evidence.validFrom, today), or(isNull(evidence.validTo), gt(evidence.validTo, lastWarned))),
  };
  return and(isNull(evidence.withdrawnAt), byDays[standing])!;
}

/** One row, as it is: for verbs that then ask for the right to it. */
export async function findEvidence(ctx: Ctx, regionCode: string, id: string) {
  const [row] = isId(id) ? await ctx.db.select().from(evidence).where(and(eq(evidence.countyCode, countyCode(regionCode)), eq(evidence.id, id))) : [];
  return row && serves(row.regionCode, regionCode) ? row : undefined;
}

/** 一件佐证 with everything that rests on it and what it said before; of another place it does not exist. */
export async function getEvidence(ctx: Ctx, regionCode: string, id: string) {
  allow(ctx, 'evidence.read', { regionCode });
  const row = await findEvidence(ctx, regionCode, id);
  if (!row) throw new Refusal('evidence-not-found', 404);
  const [citations, revisions, [region]] = [
    await citedBy(ctx, row.regionCode, id),
    await ctx.db.select().from(evidenceRevisions).where(and(eq(evidenceRevisions.countyCode, row.countyCode), eq(evidenceRevisions.evidenceId, id))).orderBy(desc(evidenceRevisions.revision)).limit(100),
    await ctx.db.select({ name: nameIn(ctx) }).from(regions).where(inArray(regions.code, [row.regionCode])),
  ];
  const seen = asSeen(ctx.actor, row);
  return {
    ...seen, regionName: region?.name ?? row.regionCode, citations,
    sealedFiles: seen.isHidden && may(ctx.actor, 'evidence.open-sealed', row) ? row.files.map((file) => file.id) : [],
    revisions: revisions.map(({ content, ...about }) => ({ ...about, content: asSeen(ctx.actor, { ...content, regionCode: row.regionCode }) })),
    standing: standingOn({ ...row, isWithdrawn: row.withdrawnAt !== null }, beijingDay(ctx.now)),
  };
}

/** 同一份文件: a standing piece of the place that holds this content already. */
export async function pieceOfFile(ctx: Ctx, regionCode: string, sha256: string): Promise<{ id: string; title: string } | undefined> {
  allow(ctx, 'evidence.read', { regionCode });
  const [row] = await ctx.db
    .select({ id: evidence.id, title: evidence.title })
    .from(evidence)
    .where(and(servingPlace(regionCode), isNull(evidence.withdrawnAt), sql`${evidence.files} @> ${JSON.stringify([{ sha256 }])}::jsonb`))
    .limit(1);
  return row;
}
