import { eq } from 'drizzle-orm';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { editions, norms, rules, sections } from '#app/domain/base/standard/tables.server.ts';
import { beijingDay } from '#app/platform/dates.ts';
import type { Db } from '#app/db/db.server.ts';
import { as } from './world.ts';

/** So many days after the current edition was published. */
export async function afterEdition(db: Db, days: number): Promise<Date> {
  const { publishedAt } = await currentEdition(as(db, 'programme-officer', '*'));
  return new Date(publishedAt!.getTime() + days * 86_400_000);
}

let made = 0;

type Changes = { stricter?: string; gone?: string; other?: string; isDraft?: boolean };

/** The edition after the current one, in force five days later: one rule becomes a must, one goes, one reads otherwise, one is new. */
export async function aNextEdition(db: Db, { stricter, gone, other, isDraft = false }: Changes): Promise<void> {
  const now = await currentEdition(as(db, 'programme-officer', '*'));
  made += 1; // what is published is read once per process, by its hash
  const inForce = await afterEdition(db, 5);
  const [edition] = await db.select().from(editions).where(eq(editions.id, now.id));
  await db.insert(editions).values({ ...edition!, id: 'next', state: 'draft', publishedAt: null, effectiveFrom: null, hash: `next-${made}` });
  await db.insert(sections).values((await db.select().from(sections).where(eq(sections.editionId, now.id))).map((row) => ({ ...row, editionId: 'next' })));
  await db.insert(norms).values((await db.select().from(norms).where(eq(norms.editionId, now.id))).map((row) => ({ ...row, editionId: 'next' })));
  const old = await db.select().from(rules).where(eq(rules.editionId, now.id)).orderBy(rules.position);
  const kept = old.filter(({ id }) => id !== gone).map((row) => ({ ...row, editionId: 'next', ...(row.id === stricter ? { kind: 'must' as const } : {}), ...(row.id === other ? { zh: `${row.zh}（改）` } : {}) }));
  await db.insert(rules).values([...kept, { ...old[0]!, editionId: 'next', id: 'A1.99', position: 999, kind: 'should', zh: '新的一条' }]);
  if (!isDraft) await db.update(editions).set({ state: 'published', publishedAt: inForce, effectiveFrom: beijingDay(inForce) }).where(eq(editions.id, 'next'));
}
