import { eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import type { Db } from '#app/db/db.server.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { registerChild } from '#app/domain/children/identity/register-child.ts';
import { type Held, holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import { isApproved, isFeaturable } from '#app/domain/children/moderation/is-approved.ts';
import { change } from '#app/platform/change.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { aRegion, aUser } from '#tests/cycle.ts';
import { binhu, ctxOf, person, today } from '#tests/world.ts';

export const plain = { labels: [], looked: 'no' as const };
export const worker = (db: Db, id = 'fang', now: Date = today) => ctxOf(db, person('community-worker', binhu, id), now);
export const child = (db: Db): Ctx => ({ ...ctxOf(db, visitor), child: { childId: null, codeId: null, regionCode: binhu, layer: 'primary' } });

export async function held(db: Db, given: Partial<Held> = {}) {
  await aRegion(db, binhu, '滨湖世纪社区');
  const thing: Held = { kind: 'suggestion', subjectId: 's1', regionCode: binhu, texts: [{ field: 'words', text: '学校门口的红绿灯太短了' }], from: 'child', ...given };
  const { itemId, flags } = await change(child(db), (tx) => holdForModeration(tx, thing));
  return { at: { regionCode: binhu, id: itemId }, flags, thing };
}

export const isPublic = async (db: Db, kind: Held['kind'] = 'suggestion', id = 's1') =>
  (await db.execute<{ shown: boolean; featured: boolean }>(sql`select ${isApproved(kind, sql`${id}`)} as shown, ${isFeaturable(kind, sql`${id}`)} as featured`)).rows[0]!;
export const concluded = async (db: Db) =>
  (await db.select({ facts: records.facts }).from(records).where(eq(records.event, 'moderation.concluded')).orderBy(records.id)).map(({ facts }) => (facts as { outcome: string }).outcome);

export async function photo(db: Db) {
  await aUser(db, 'fang');
  const content = await sharp({ create: { width: 160, height: 80, channels: 3, background: '#ffffff' } })
    .composite([{ input: await sharp(Buffer.from(Array.from({ length: 40 * 40 * 3 }, (_, i) => (i * 97) % 256)), { raw: { width: 40, height: 40, channels: 3 } }).png().toBuffer(), left: 0, top: 0 }])
    .png().toBuffer();
  return (await storeFile(worker(db), { name: '合影.png', content })).id;
}

export async function aChild(db: Db) {
  const mother = ctxOf(db, person('guardian', binhu, 'mother'));
  await aUser(db, 'mother');
  const id = await registerChild(mother, { name: '李小雨', nickname: '小雨点', birthday: '2017-03-01', relation: 'mother', registrationGuardian: true, registrationChild: true, participationGuardian: true, participationChild: true });
  return { id, mother };
}
