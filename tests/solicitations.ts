import { and, eq, inArray } from 'drizzle-orm';
import { writeConsent } from '#app/domain/children/identity/write-consent.ts';
import { currentNotice } from '#app/domain/children/identity/notice.ts';
import { approveItem } from '#app/domain/children/moderation/approve.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { handInWork } from '#app/domain/children/solicitations/hand-in.ts';
import { SolicitationInput } from '#app/domain/children/solicitations/input.ts';
import { publishSolicitation, startSolicitation } from '#app/domain/children/solicitations/write-solicitation.ts';
import type { Db } from '#app/db/db.server.ts';
import { change } from '#app/platform/change.ts';
import { asChild } from './councils.ts';
import { as, binhu, person, ctxOf } from './world.ts';

export const onDay = (day: string) => new Date(`${day}T02:00:00Z`);
const fields = {
  kind: 'lyrics', title: '给社区写一首歌', childRules: '写几句歌词。\n九月十日前交。', rules: '本社区儿童均可参加。', licence: '同意非营利展示两年。', layers: ['primary', 'teen'], opensOn: '2026-09-01', closesOn: '2026-09-10', chooseUntil: '2026-09-15',
  showUntil: '2027-09-15', prizes: '创意奖 2\n合作奖 1',
};
export const solicitationInput = (given: Record<string, unknown> = {}) => SolicitationInput.parse({ ...fields, ...given });

/** A published solicitation of Binhu that takes lyrics from 1 to 10 September and lets children choose until the 15th. */
export async function aSolicitation(db: Db, given: Record<string, unknown> = {}): Promise<string> {
  const ctx = as(db, 'community-worker', binhu);
  const id = await startSolicitation(ctx, binhu, solicitationInput(given));
  await publishSolicitation(ctx, id);
  return id;
}

export const work = (title: string) => ({ title, penName: '小风筝', text: `${title}，大家一起唱。`, plate: '' });

/** 监护人同意展出 of a child with an account. */
export const allowShow = (db: Db, childId: string, says = true) =>
  change(as(db, 'community-worker', binhu), async (tx) => {
    await writeConsent(tx, { childId, regionCode: binhu, purpose: 'exhibition', band: 'view', guardianSays: says, childSays: says, saidBy: 'guardian' }, await currentNotice(tx));
    await tx.record('child.test-consent', { id: 'test', regionCode: binhu });
  });

/** Two people read these works and find them good. */
export async function readWorks(db: Db, ids: readonly string[]): Promise<void> {
  for (const reader of ['first', 'second']) {
    const items = await db.select().from(moderationItems).where(and(eq(moderationItems.kind, 'work'), inArray(moderationItems.subjectId, [...ids])));
    for (const { id, regionCode } of items) await approveItem(ctxOf(db, person('community-worker', binhu, reader)), { id, regionCode }, { labels: [], looked: 'yes' });
  }
}

/** Works of one child each, approved and licensed. */
export async function shownWorksOf(db: Db, id: string, children: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [at, childId] of children.entries()) {
    await allowShow(db, childId);
    ids.push((await handInWork(asChild(db, childId, binhu, onDay('2026-09-02')), id, work(`第${at + 1}首`))).id);
  }
  await readWorks(db, ids);
  return ids;
}
