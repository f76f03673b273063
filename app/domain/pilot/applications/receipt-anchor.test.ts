import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { receiptAnchor } from './receipt-anchor.ts';
import { submitApplication } from './submit.ts';
import { verifyHandedIn } from './verify-handed-in.ts';
import { isProved } from '#app/domain/base/records/proof.ts';
import { publishRoots } from '#app/domain/base/records/publish-roots.ts';
import { sealRecords } from '#app/domain/base/records/seal.ts';
import { aFullDraft } from '#tests/apply.ts';
import { ctxOf, test } from '#tests/world.ts';

const nextDay = new Date('2026-09-02T01:00:00Z');

describe('a receipt', () => {
  test('DB-08: is proved by the root of its day, with the hash of what was handed in and of the sealed opinion', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    const receipt = await submitApplication(ctx, id, { truthful: 'yes' });
    expect(await receiptAnchor(ctxOf(db), receipt.code)).toEqual({ state: 'unsealed' });
    await sealRecords(ctx);
    expect(await receiptAnchor(ctxOf(db), receipt.code)).toMatchObject({ state: 'sealed' });
    await publishRoots(ctxOf(db, undefined, nextDay));
    const anchored = await receiptAnchor(ctxOf(db), receipt.code);
    if (anchored.state !== 'rooted') throw new Error(anchored.state);
    expect(isProved(anchored.proof)).toBe(true);
    expect(JSON.parse(anchored.proof.about.facts)).toMatchObject({ code: receipt.code, hash: receipt.hash });
    const { rows } = await db.execute<{ sha: string; is_sealed: boolean }>(sql`
      select facts ->> 'sha256' as sha, exists (select from record_seals s where s.record_id = r.id) as is_sealed
      from records r where event = 'application.paper-attached' and subject_id = ${id} and facts ->> 'paper' = 'sealed-opinion'`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.is_sealed && /^[0-9a-f]{64}$/.test(row.sha))).toBe(true);
  });

  test('DB-08: whose content no longer fits is found', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    const receipt = await submitApplication(ctx, id, { truthful: 'yes' });
    expect(await verifyHandedIn(db)).toEqual({ checked: 1, faults: [] });
    await db.execute(sql`
      insert into submissions (application_id, round, content, hash, receipt_code, submitted_by, submitted_by_name, submitted_at)
      select application_id, 9, jsonb_set(content, '{answers,population}', '"1"'), hash, 'FALSE-CODE', submitted_by, submitted_by_name, submitted_at
      from submissions where receipt_code = ${receipt.code}`);
    const { faults } = await verifyHandedIn(db);
    expect(faults.map(({ what }) => what)).toEqual(['submission-changed', 'submission-unrecorded']);
    expect(await receiptAnchor(ctxOf(db), 'NO-SUCH-CODE')).toEqual({ state: 'unsealed' });
  });
});
