import { readFileSync } from 'node:fs';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect } from 'vitest';
import { currentAtDesk, editionAtDesk, listEditionsAtDesk, previewEdition } from './at-desk.ts';
import { readEditionFile } from './edition-file.ts';
import { importEdition } from './import-edition.ts';
import type { EditionFile } from './input.ts';
import { rulesOf, sizeOf } from './model.ts';
import { discardEdition, publishEdition } from './publish-edition.ts';
import { currentEdition, getEdition, listEditions } from './read.ts';
import { editions, norms, rules } from './tables.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { seedStandard } from '#seed/standard.ts';
import { aCall } from '#tests/cycle.ts';
import { as, ctxOf, hefei, test, today } from '#tests/world.ts';
import { workerDatabase } from '#tests/worker-database.ts';
import { openDb } from '#app/db/db.server.ts';

const read = readEditionFile(readFileSync('data/standard.json', 'utf8'));
if (read === 'unreadable' || 'problems' in read) throw new Error('data/standard.json');
const file: EditionFile = read.file;
const next: EditionFile = { ...file, id: 'next-edition' };

describe('the seeded standard', () => {
  test('is the published edition with 4 principles, 5 sections, 19 norms and 77 rules', async ({ db }) => {
    const id = await seedStandard(db, today);
    const edition = await currentEdition(ctxOf(db));
    expect(edition).toMatchObject({ id, state: 'published' });
    expect(sizeOf(edition)).toEqual({ principles: 4, sections: 5, norms: 19, rules: 77 });
    expect(rulesOf(edition).filter((rule) => rule.threshold)).toHaveLength(22);
    expect(rulesOf(edition).filter((rule) => !rule.isSeen)).toHaveLength(61);
  });

  test('is loaded once, however often it is seeded', async ({ db }) => {
    await seedStandard(db, today);
    await seedStandard(db, today);
    expect(await db.select().from(editions)).toHaveLength(1);
  });
});

describe('importing an edition', () => {
  beforeEach<{ db: Parameters<typeof seedStandard>[0] }>(async ({ db }) => {
    await seedStandard(db, today);
  });

  test('keeps a draft that only the programme office sees, and leaves a record', async ({ db }) => {
    const officer = as(db, 'programme-officer', '*');
    await importEdition(officer, next);

    expect(await getEdition(officer, next.id)).toMatchObject({ state: 'draft', publishedAt: null });
    expect(await listEditions(officer)).toHaveLength(2);
    expect(await listEditions(ctxOf(db))).toHaveLength(1);
    await expect(getEdition(ctxOf(db), next.id)).rejects.toThrow('edition-not-found');
    expect(await db.select().from(records).where(eq(records.subjectId, next.id))).toMatchObject([
      { event: 'standard.edition-imported', actorId: officer.actor.id },
    ]);
  });

  test('replaces a draft of the same id', async ({ db }) => {
    const officer = as(db, 'programme-officer', '*');
    await importEdition(officer, next);
    await importEdition(officer, { ...next, sections: next.sections.slice(0, 2) });
    expect(sizeOf(await getEdition(officer, next.id))).toMatchObject({ sections: 2 });
  });

  test('never replaces a published edition', async ({ db }) => {
    await expect(importEdition(as(db, 'programme-officer', '*'), file)).rejects.toThrow('edition-is-published');
  });

  test('twice at the same moment keeps one and tells the other', async () => {
    const { adminUrl, appUrl } = await workerDatabase();
    const [opened, owner] = [openDb(appUrl, 2), openDb(adminUrl, 2)];
    try {
      const officer = as(opened.db, 'programme-officer', '*');
      const twin = { ...next, id: 'twin-edition' };
      // Both have looked and found no such edition before either may write.
      const both = await owner.db.transaction(async (tx) => {
        await tx.execute(sql`lock table editions in share mode`);
        const under = [importEdition(officer, twin), importEdition(officer, twin)];
        await expect.poll(async () => (await owner.db.execute(sql`select from pg_locks where relation = 'editions'::regclass and not granted`)).rows.length).toBe(2);
        return { ends: Promise.allSettled(under) };
      });
      const ends = await both.ends;
      expect(ends.map((end) => (end.status === 'rejected' ? end.reason.code : 'kept')).toSorted()).toEqual(['edition-imported-meanwhile', 'kept']);
      await discardEdition(officer, twin.id);
    } finally {
      await opened.close();
      await owner.close();
    }
  });

  test('does not replace a draft that a call has chosen', async ({ db }) => {
    const officer = as(db, 'programme-officer', '*');
    await importEdition(officer, next);
    await aCall(db, { editionId: next.id, state: 'draft' });
    await expect(importEdition(officer, next)).rejects.toThrow('edition-in-use');
    await expect(discardEdition(officer, next.id)).rejects.toThrow('edition-in-use');
    expect(await getEdition(officer, next.id)).toMatchObject({ state: 'draft' });
  });

  test('is for the programme office alone', async ({ db }) => {
    await expect(importEdition(as(db, 'programme-officer', hefei), next)).rejects.toThrow('not-allowed');
    await expect(importEdition(as(db, 'government-officer', '*'), next)).rejects.toThrow('not-allowed');
    await expect(importEdition(ctxOf(db), next)).rejects.toThrow('sign-in-needed');
  });
});

describe('managing editions', () => {
  test('shows those who publish what a file would change, and nobody else anything', async ({ db }) => {
    await seedStandard(db, today);
    const officer = as(db, 'programme-officer', '*');
    const fewer = { ...next, sections: next.sections.slice(0, 2) };
    const { current, difference } = await previewEdition(officer, fewer);
    expect(current).toEqual(await currentAtDesk(officer));
    expect(difference.removed.length).toBeGreaterThan(0);
    await importEdition(officer, fewer);
    expect((await editionAtDesk(officer, next.id)).difference).toEqual(difference);
    expect(await listEditionsAtDesk(officer)).toHaveLength(2);
    const expert = as(db, 'expert', '*');
    for (const read of [() => listEditionsAtDesk(expert), () => editionAtDesk(expert, file.id), () => previewEdition(expert, next), () => currentAtDesk(expert)]) {
      await expect(read()).rejects.toThrow('not-allowed');
    }
  });
});

describe('publishing an edition', () => {
  test('makes it current, once, and keeps the old one readable', async ({ db }) => {
    const first = await seedStandard(db, today);
    const officer = as(db, 'programme-officer', '*', new Date('2099-01-01T02:00:00Z'));
    await importEdition(officer, next);
    await publishEdition(officer, next.id);

    expect(await currentEdition(ctxOf(db))).toMatchObject({ id: next.id });
    expect(await getEdition(ctxOf(db), first)).toMatchObject({ id: first });
    await expect(publishEdition(officer, next.id)).rejects.toThrow('edition-not-draft');
    await expect(discardEdition(officer, next.id)).rejects.toThrow('edition-not-draft');
  });

  test('is for the programme office alone', async ({ db }) => {
    await importEdition(as(db, 'programme-officer', '*'), next);
    await expect(publishEdition(as(db, 'expert', '*'), next.id)).rejects.toThrow('not-allowed');
    await expect(discardEdition(as(db, 'system-admin', '*'), next.id)).rejects.toThrow('not-allowed');
  });

  test('leaves nothing that the app could alter, even past the verbs', async ({ db }) => {
    const id = await seedStandard(db, today);
    const ofIt = eq(editions.id, id);
    expect(await db.update(editions).set({ zh: '改' }).where(ofIt).returning()).toEqual([]);
    expect(await db.delete(editions).where(ofIt).returning()).toEqual([]);
    const { rows } = await db.execute(sql`
      select count(*)::int as alterable from unnest(array['principles', 'sections', 'norms', 'rules']) name
      where has_table_privilege(name, 'update') or has_table_privilege(name, 'delete')`);
    expect(rows).toEqual([{ alterable: 0 }]);
  });
});

describe('discarding a draft', () => {
  test('takes everything in it along and leaves a record', async ({ db }) => {
    const officer = as(db, 'programme-officer', '*');
    await importEdition(officer, next);
    await discardEdition(officer, next.id);
    expect(await db.select().from(rules).where(eq(rules.editionId, next.id))).toEqual([]);
    expect(await db.select().from(norms).where(eq(norms.editionId, next.id))).toEqual([]);
    expect((await db.select().from(records).where(eq(records.subjectId, next.id))).map((line) => line.event)).toContain(
      'standard.edition-discarded',
    );
  });
});
