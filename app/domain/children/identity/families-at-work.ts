import { desc, eq } from 'drizzle-orm';
import { allow, may } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { hasGuardian } from './card-on-paper.ts';
import { opened, within } from './inside-identity.ts';
import { accessGrants, children, guardianSlips, openings, rightsRequests } from './tables.server.ts';

/** 社区看到的: slips still out, children by an opaque number, who asked to look and who looked, requests waiting; no name of a child anywhere. */
export async function familiesAtWork(ctx: Ctx, regionCode: string) {
  allow(ctx, 'family.invite', { regionCode });
  const found = await within(ctx.db, async (db) => ({
    slips: await db.select().from(guardianSlips).where(eq(guardianSlips.regionCode, regionCode)).orderBy(desc(guardianSlips.id)).limit(30),
    kids: await db.select({ id: children.id, basis: children.basis, registeredAt: children.registeredAt, hasGuardian }).from(children).where(eq(children.regionCode, regionCode)).orderBy(desc(children.id)).limit(100),
    grants: await db.select().from(accessGrants).where(eq(accessGrants.regionCode, regionCode)).orderBy(desc(accessGrants.id)).limit(30),
    looks: await db.select().from(openings).where(eq(openings.regionCode, regionCode)).orderBy(desc(openings.id)).limit(30),
    asked: await db.select().from(rightsRequests).where(eq(rightsRequests.regionCode, regionCode)).orderBy(desc(rightsRequests.id)).limit(30),
  }));
  return {
    slips: found.slips.map(({ id, sealedCode, sealedName, issuedAt, expiresAt, usedAt, revokedAt }) => {
      const isOpen = !usedAt && !revokedAt && expiresAt > ctx.now;
      return { id, name: opened(sealedName), code: isOpen ? opened(sealedCode) : null, issuedAt, expiresAt, usedAt, revokedAt, isOpen };
    }),
    children: found.kids.map((child) => ({ ...child, number: numberOf(child.id) })),
    grants: found.grants.map((grant) => ({ ...grant, number: numberOf(grant.childId), isMine: grant.askedBy === ctx.actor.id })),
    openings: found.looks.map(({ id, childId, openedByName, at }) => ({ id, number: numberOf(childId), openedByName, at })),
    requests: found.asked.map(({ id, childId, kind, sealedWords, askedAt, dueOn, answeredAt, isGranted, sealedAnswer }) => ({
      id, number: numberOf(childId), kind, words: opened(sealedWords), askedAt, dueOn, answeredAt, isGranted, answer: sealedAnswer && opened(sealedAnswer),
    })),
    mayDecide: may(ctx.actor, 'identity.decide', { regionCode }),
    mayRegisterByDuty: may(ctx.actor, 'identity.duty', { regionCode }),
  };
}

/** 编号: the end of an opaque id, enough to tell children of one community apart. */
export const numberOf = (childId: string) => childId.slice(-8).toUpperCase();
