import { and, count, desc, eq, gte, ilike, isNotNull, isNull, like, lt, or, sql, type SQL } from 'drizzle-orm';
import { allowAnywhere, may } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { ownChild } from '#app/domain/children/identity/own-child.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { PartnerFilter, ShareFilter } from './input.ts';
import { type ShareSource, type Standing, standingOf } from './model.ts';
import { shareChildren, sharePartners, shares } from './tables.server.ts';

/** 合作方登记, the newest first; the nation's are everybody's to see. */
export async function listPartners(ctx: Ctx, { q, state, kind, ...asked }: Cursor & PartnerFilter, size = 50) {
  allowAnywhere(ctx, 'privacy.read');
  const cursor = cursorOf(asked);
  const page = keyset(sharePartners.id, cursor, size);
  const rows = await ctx.db.select().from(sharePartners)
    .where(and(isSeen(ctx), page.where, state ? eq(sharePartners.state, state) : undefined, kind ? eq(sharePartners.kind, kind) : undefined, q ? or(ilike(sharePartners.name, anywhere(q)), ilike(sharePartners.contract, anywhere(q))) : undefined))
    .orderBy(page.order).limit(page.limit);
  return pageOf(rows, cursor, (row) => row.id, size);
}

const isSeen = (ctx: Ctx) => or(within(ctx, 'privacy.read', sharePartners.regionCode), eq(sharePartners.regionCode, '*'));

/** 一个合作方, and how often something went there. */
export async function getPartner(ctx: Ctx, id: string) {
  allowAnywhere(ctx, 'privacy.read');
  const [row] = isId(id) ? await ctx.db.select().from(sharePartners).where(and(eq(sharePartners.id, id), isSeen(ctx))) : [];
  if (!row) throw new Refusal('partner-not-found', 404);
  const [given] = await ctx.db.select({ times: count(), open: count(sql`case when ${shares.settledAt} is null then 1 end`) }).from(shares).where(and(eq(shares.partnerId, id), within(ctx, 'privacy.read', shares.regionCode)));
  return { ...row, given: given!, mayKeep: may(ctx.actor, 'sharing.partner', row), isOwn: row.enteredBy === ctx.actor.id };
}

/** 可以提供给谁: enabled partners whose contract runs, for a choice. */
export async function openPartners(ctx: Ctx) {
  allowAnywhere(ctx, 'sharing.record');
  return ctx.db.select({ id: sharePartners.id, name: sharePartners.name, kind: sharePartners.kind, fields: sharePartners.fields, validTo: sharePartners.validTo })
    .from(sharePartners).where(and(isSeen(ctx), eq(sharePartners.state, 'enabled'), gte(sharePartners.validTo, beijingDay(ctx.now)))).orderBy(sharePartners.name).limit(200);
}

const stands = (standing: Standing, today: string): SQL | undefined =>
  ({ settled: isNotNull(shares.settledAt), 'to-confirm': and(isNull(shares.settledAt), or(isNotNull(shares.endedEarly), lt(shares.expiresOn, today))), open: and(isNull(shares.settledAt), isNull(shares.endedEarly), gte(shares.expiresOn, today)) })[standing];

/** 对外提供登记, the newest first. */
export async function listShares(ctx: Ctx, { q, standing, basis, region, ...asked }: Cursor & ShareFilter, size = 50) {
  allowAnywhere(ctx, 'privacy.read');
  const today = beijingDay(ctx.now);
  const cursor = cursorOf(asked);
  const page = keyset(shares.id, cursor, size);
  const rows = await ctx.db.select().from(shares)
    .where(and(within(ctx, 'privacy.read', shares.regionCode), page.where, standing ? stands(standing, today) : undefined, basis ? eq(shares.basis, basis) : undefined, region ? like(shares.regionCode, `${region}%`) : undefined, q ? or(ilike(shares.receiver, anywhere(q)), ilike(shares.purpose, anywhere(q))) : undefined))
    .orderBy(page.order).limit(page.limit);
  return pageOf(rows.map((row) => ({ ...row, standing: standingOf(row, today) })), cursor, (row) => row.id, size);
}

/** 待确认 of what is over and not confirmed. */
export async function countToConfirm(ctx: Ctx): Promise<number> {
  return ctx.db.$count(shares, and(within(ctx, 'privacy.read', shares.regionCode), stands('to-confirm', beijingDay(ctx.now))));
}

/** 一次提供; of the children only how many are still known here and how many took their consent back. */
export async function getShare(ctx: Ctx, id: string) {
  allowAnywhere(ctx, 'privacy.read');
  const [row] = isId(id) ? await ctx.db.select().from(shares).where(and(eq(shares.id, id), within(ctx, 'privacy.read', shares.regionCode))) : [];
  if (!row) throw new Refusal('share-not-found', 404);
  const [known] = await ctx.db.select({ children: count(), withdrawn: count(shareChildren.withdrawnAt) }).from(shareChildren).where(and(eq(shareChildren.countyCode, row.countyCode), eq(shareChildren.shareId, id)));
  return { ...row, standing: standingOf(row, beijingDay(ctx.now)), known: known!, maySettle: may(ctx.actor, 'sharing.record', row) && !row.settledAt };
}

/** 提供给了谁, for the guardian of the child: what, to whom, why, until when, and what became of it. */
export async function sharesOfChild(ctx: Ctx, childId: string) {
  await ownChild(ctx, childId);
  const rows = await ctx.db
    .select({ id: shares.id, receiver: shares.receiver, fields: shares.fields, purpose: shares.purpose, basis: shares.basis, article: shares.article, sharedOn: shares.sharedOn, expiresOn: shares.expiresOn, endedEarly: shares.endedEarly, settledAt: shares.settledAt, ending: shares.ending })
    .from(shareChildren)
    .innerJoin(shares, and(eq(shares.countyCode, shareChildren.countyCode), eq(shares.id, shareChildren.shareId)))
    .where(eq(shareChildren.childId, childId))
    .orderBy(desc(shares.id))
    .limit(100);
  return rows.map((row) => ({ ...row, standing: standingOf(row, beijingDay(ctx.now)) }));
}

/** 转交过给谁: what one thing of another room gave rise to; that room has asked its own permission. */
export function sharesFrom(ctx: Ctx, regionCode: string, source: Exclude<ShareSource, 'desk'>, sourceId: string) {
  return ctx.db.select({ id: shares.id, receiver: shares.receiver, fields: shares.fields, articleNote: shares.articleNote, recordedAt: shares.recordedAt, recordedByName: shares.recordedByName })
    .from(shares).where(and(eq(shares.countyCode, countyCode(regionCode)), eq(shares.source, source), like(shares.sourceId, `${sourceId}%`))).orderBy(desc(shares.id)).limit(20);
}
