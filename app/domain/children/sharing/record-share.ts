import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { mayProcess } from '#app/domain/children/identity/consents.ts';
import { areAllIn } from '#app/domain/children/identity/find-affected.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, daysBetween } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { ShareInput } from './input.ts';
import { mostDays, type ShareSource } from './model.ts';
import { shareChildren, sharePartners, shares } from './tables.server.ts';

/** 来由 of a share that another room hands over inside its own change. */
export type From = { source: Exclude<ShareSource, 'desk'>; sourceId: string };

/** 登记一次提供, at the desk. */
export function enterShare(ctx: Ctx, input: ShareInput): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'sharing.record', input);
    return recordShare(tx, input);
  });
}

/**
 * 登记提供: whose, what, to whom, why, until when; without a ground it is refused (个人信息保护法 23). A room that hands something over calls it inside its
 * own change, after asking its own permission.
 */
export async function recordShare(tx: Change, input: ShareInput, from?: From): Promise<string> {
  await getRegion(tx, input.regionCode);
  if (!(await areAllIn(tx, input.childIds, input.regionCode))) throw new Refusal('share-child-unknown', 404);
  const receiver = await needReceiver(tx, input);
  await needGround(tx, input);
  const days = daysBetween(input.sharedOn, input.expiresOn);
  if (input.sharedOn > beijingDay(tx.now) || days < 0 || days > mostDays) throw new Refusal('share-days', 422);
  const { childIds, childCount, regionCode, partnerId = null, fields, purpose, basis, articleNote, sharedOn, expiresOn } = input;
  const article = basis === 'law' ? input.article! : null;
  const county = countyCode(regionCode);
  const [row] = await tx.db
    .insert(shares)
    .values({
      countyCode: county, regionCode, partnerId, receiver, fields, purpose, basis, article, articleNote, sharedOn, expiresOn, childCount: childIds.length || childCount!, ...from,
      recordedBy: tx.actor.id, recordedByName: tx.actor.name, recordedAt: tx.now,
    })
    .onConflictDoNothing()
    .returning({ id: shares.id });
  if (!row) throw new Refusal('share-twice');
  if (childIds.length > 0) await tx.db.insert(shareChildren).values(childIds.map((childId) => ({ countyCode: county, shareId: row.id, childId })));
  await tx.record('share.recorded', { id: row.id, regionCode }, { basis, article, fields: fields.length, children: childIds.length || childCount!, expiresOn, partnerId });
  return row.id;
}

/** 接收方: an enabled partner whose contract covers the fields and the days; whoever the law names may be without one. */
async function needReceiver(tx: Change, { partnerId, receiver, regionCode, fields, basis, sharedOn, expiresOn }: ShareInput): Promise<string> {
  if (!partnerId) {
    if (basis !== 'law') throw new Refusal('share-partner-needed', 422);
    return receiver;
  }
  const [partner] = await tx.db.select().from(sharePartners).where(and(eq(sharePartners.id, partnerId))).for('share');
  if (!partner || !contains(partner.regionCode, regionCode)) throw new Refusal('partner-not-found', 404);
  if (partner.state !== 'enabled') throw new Refusal('partner-not-enabled');
  if (sharedOn < partner.validFrom || expiresOn > partner.validTo) throw new Refusal('share-beyond-contract', 422);
  if (fields.some((field) => !partner.fields.includes(field))) throw new Refusal('share-fields-beyond', 422);
  if (basis === 'contract' && partner.kind !== 'entrusted') throw new Refusal('share-basis-needed', 422);
  return partner.name;
}

/** 依据: the separate consent of every child concerned, or an article of the law; a contract is one for entrusted work only. */
async function needGround(tx: Change, { basis, article, childIds }: ShareInput): Promise<void> {
  if (basis === 'law' && !article) throw new Refusal('share-basis-needed', 422);
  if (basis !== 'consent') return;
  if (childIds.length === 0) throw new Refusal('share-names-needed', 422);
  for (const childId of childIds) if (!(await mayProcess(tx, childId, 'sharing'))) throw new Refusal('share-without-consent', 403);
}
