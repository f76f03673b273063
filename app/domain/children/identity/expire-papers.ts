import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import { isDue, type Columns } from '#app/domain/children/retention/due.ts';
import { countOver, type Expiry } from '#app/domain/children/retention/expiry.ts';
import { attempts } from '#app/platform/tables.server.ts';
import { within } from './inside-identity.ts';
import { accessGrants, children, classCodes, consents, guardianSlips, openings, rightsRequests } from './tables.server.ts';

/** When a later answer about the same purpose took the place of this one. */
const replacedAt = sql`(select later.at from identity.consents later where later.child_id = ${consents.childId} and later.purpose = ${consents.purpose} and later.id > ${consents.id} order by later.id limit 1)`;
const old: Columns = { endedAt: replacedAt, regionCode: sql`(select c.region_code from identity.children c where c.id = ${consents.childId})`, subjectIds: [consents.id], childId: consents.childId };

/** 被后来的答复取代的同意记录, with the scan where no other line rests on it. */
export const expireOldConsents: Expiry = {
  recordClass: 'old-consents',
  count: (ctx, plan) => within(ctx.db, (db) => countOver(db, consents, plan, old)),
  async expire(tx, plan, limit) {
    const { gone, papers } = await within(tx.db, async (db) => {
      const over = await db.select({ id: consents.id, fileId: consents.paperFileId, regionCode: children.regionCode }).from(consents).innerJoin(children, eq(children.id, consents.childId)).where(isDue(plan, old)).orderBy(consents.id).limit(limit);
      const fileIds = over.flatMap(({ fileId }) => fileId ?? []);
      if (over.length > 0) await db.delete(consents).where(inArray(consents.id, over.map(({ id }) => id)));
      const still = fileIds.length > 0 ? await db.selectDistinct({ fileId: consents.paperFileId }).from(consents).where(and(inArray(consents.paperFileId, fileIds), isNotNull(consents.paperFileId))) : [];
      return { gone: over, papers: [...new Set(fileIds)].filter((id) => still.every(({ fileId }) => fileId !== id)) };
    });
    for (const fileId of papers) await discardFile(tx, fileId);
    return { regionCodes: gone.map(({ regionCode }) => regionCode), files: papers.length };
  },
};

const slips: Columns = { endedAt: sql`coalesce(${guardianSlips.usedAt}, ${guardianSlips.revokedAt}, ${guardianSlips.expiresAt})`, regionCode: guardianSlips.regionCode, subjectIds: [guardianSlips.id] };

/** 用过、收回、过期的邀请条: they carry a guardian's name. */
export const expireSlips: Expiry = {
  recordClass: 'guardian-slips',
  count: (ctx, plan) => within(ctx.db, (db) => countOver(db, guardianSlips, plan, slips)),
  async expire(tx, plan, limit) {
    const gone = await within(tx.db, (db) => {
      const over = db.select({ id: guardianSlips.id }).from(guardianSlips).where(isDue(plan, slips)).limit(limit);
      return db.delete(guardianSlips).where(inArray(guardianSlips.id, over)).returning({ regionCode: guardianSlips.regionCode });
    });
    return { regionCodes: gone.map(({ regionCode }) => regionCode), files: 0 };
  },
};

const grants: Columns = { endedAt: sql`coalesce(${accessGrants.expiresAt}, ${accessGrants.decidedAt}, ${accessGrants.askedAt})`, regionCode: accessGrants.regionCode, subjectIds: [accessGrants.id], childId: accessGrants.childId };
const looks: Columns = { endedAt: openings.at, regionCode: openings.regionCode, subjectIds: [openings.id, openings.grantId], childId: openings.childId };

/** 查阅授权与查阅记录. */
export const expireGrants: Expiry = {
  recordClass: 'access-grants',
  count: (ctx, plan) =>
    within(ctx.db, async (db) => {
      const [asked, looked] = [await countOver(db, accessGrants, plan, grants), await countOver(db, openings, plan, looks)];
      return { due: asked.due + looked.due, held: asked.held + looked.held };
    }),
  async expire(tx, plan, limit) {
    const gone = await within(tx.db, async (db) => {
      const overGrants = db.select({ id: accessGrants.id }).from(accessGrants).where(isDue(plan, grants)).limit(limit);
      const asked = await db.delete(accessGrants).where(inArray(accessGrants.id, overGrants)).returning({ regionCode: accessGrants.regionCode });
      const overLooks = db.select({ id: openings.id }).from(openings).where(isDue(plan, looks)).limit(limit - asked.length);
      return [...asked, ...(await db.delete(openings).where(inArray(openings.id, overLooks)).returning({ regionCode: openings.regionCode }))];
    });
    return { regionCodes: gone.map(({ regionCode }) => regionCode), files: 0 };
  },
};

const requests: Columns = { endedAt: rightsRequests.answeredAt, regionCode: rightsRequests.regionCode, subjectIds: [rightsRequests.id], childId: rightsRequests.childId };

/** 答复过的书面请求. */
export const expireRequests: Expiry = {
  recordClass: 'rights-requests',
  count: (ctx, plan) => within(ctx.db, (db) => countOver(db, rightsRequests, plan, requests)),
  async expire(tx, plan, limit) {
    const gone = await within(tx.db, (db) => {
      const over = db.select({ id: rightsRequests.id }).from(rightsRequests).where(isDue(plan, requests)).limit(limit);
      return db.delete(rightsRequests).where(inArray(rightsRequests.id, over)).returning({ regionCode: rightsRequests.regionCode });
    });
    return { regionCodes: gone.map(({ regionCode }) => regionCode), files: 0 };
  },
};

const codes: Columns = { endedOn: classCodes.validTo, regionCode: classCodes.regionCode, subjectIds: [classCodes.id] };

/** 过期的班级码: its label may name a class. */
export const expireCodes: Expiry = {
  recordClass: 'class-codes',
  count: (ctx, plan) => countOver(ctx.db, classCodes, plan, codes),
  async expire(tx, plan, limit) {
    const over = tx.db.select({ id: classCodes.id }).from(classCodes).where(isDue(plan, codes)).limit(limit);
    const gone = await tx.db.delete(classCodes).where(inArray(classCodes.id, over)).returning({ regionCode: classCodes.regionCode });
    return { regionCodes: gone.map(({ regionCode }) => regionCode), files: 0 };
  },
};

const tries: Columns = { endedAt: attempts.until, regionCode: sql`'*'` };
const ofChildren = sql`(${attempts.key} like 'child-code-%' or ${attempts.key} like 'guardian-slip:%')`;

/** 试码的计数: they carry a network address. */
export const expireTries: Expiry = {
  recordClass: 'enter-tries',
  count: (ctx, plan) => countOver(ctx.db, attempts, plan, tries, ofChildren),
  async expire(tx, plan, limit) {
    const over = tx.db.select({ key: attempts.key }).from(attempts).where(sql`${isDue(plan, tries)} and ${ofChildren}`).limit(limit);
    const gone = await tx.db.delete(attempts).where(inArray(attempts.key, over)).returning({ key: attempts.key });
    return { regionCodes: gone.map(() => '*'), files: 0 };
  },
};
