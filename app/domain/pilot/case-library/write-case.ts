import { eq, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { levelOf } from '#app/domain/base/regions/model.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdCase } from './hold.ts';
import type { CaseInput } from './input.ts';
import { emptyCase } from './model.ts';
import { caseConsents, caseNumbers, cases } from './tables.server.ts';

/** 开始写案例 of one community. */
export function startCase(ctx: Ctx, regionCode: string): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'case.write', { regionCode });
    if (levelOf((await getRegion(tx, regionCode)).code) < 4) throw new Refusal('case-of-a-community', 422);
    const number = await nextNumber(tx);
    const [row] = await tx.db.insert(cases).values({ number, regionCode, draft: emptyCase, writtenBy: tx.actor.id, writtenByName: tx.actor.name, writtenAt: tx.now }).returning({ id: cases.id });
    await tx.record('case.started', { id: row!.id, regionCode }, { number });
    return row!.id;
  });
}

/** 保存案例: the whole text as it now stands; consents were given to a text, so a changed one asks for them anew. */
export function saveCase(ctx: Ctx, id: string, seen: number, content: CaseInput): Promise<number> {
  return change(ctx, async (tx) => {
    const held = await holdCase(tx, id, 'case.write');
    if (held.state === 'submitted' || held.state === 'withdrawn') throw new Refusal('case-not-open');
    if (held.revision !== seen) throw new Refusal('changed-meanwhile');
    const revision = seen + 1;
    await tx.db.update(cases).set({ draft: content, revision, writtenBy: tx.actor.id, writtenByName: tx.actor.name, writtenAt: tx.now }).where(eq(cases.id, id));
    const gone = canonicalJson(held.draft) === canonicalJson(content) ? [] : await tx.db.delete(caseConsents).where(eq(caseConsents.caseId, id)).returning({ consent: caseConsents.consent });
    await tx.record('case.saved', held, { number: held.number, revision, consentsGone: gone.map(({ consent }) => consent) });
    return revision;
  });
}

async function nextNumber(tx: Change): Promise<string> {
  const year = Number(beijingDay(tx.now).slice(0, 4));
  const [row] = await tx.db.insert(caseNumbers).values({ year, last: 1 }).onConflictDoUpdate({ target: caseNumbers.year, set: { last: sql`${caseNumbers.last} + 1` } }).returning({ last: caseNumbers.last });
  return `AL-${year}-${String(row!.last).padStart(4, '0')}`;
}
