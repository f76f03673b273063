import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { system } from '#app/platform/ctx.ts';
import { aFullDraft, aPdf, attachOpinion } from '#tests/apply.ts';
import { aUser } from '#tests/cycle.ts';
import { ctxOf, test, today } from '#tests/world.ts';
import { attachPaper } from './attach-paper.ts';
import { mostOfPapers } from './model.ts';
import { openPaper } from './open-paper.ts';
import { getForm } from './read.ts';
import { submitApplication } from './submit.ts';
import { tellMalware } from './tell-malware.ts';

const holdBack = (db: Db) => db.update(files).set({ state: 'quarantined', scan: 'infected', finding: 'Test-Signature' });
const toldTo = async (db: Db, userId: string) => (await db.select().from(messages).where(eq(messages.userId, userId))).map(({ kind, params, link }) => ({ kind, params, link }));

describe('a paper that is held back', () => {
  test('is opened by nobody and counts as missing until another one is there', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    const [paper] = (await getForm(ctx, id)).papers;
    await holdBack(db);
    await expect(openPaper(ctx, id, paper!.fileId)).rejects.toThrow('file-infected');
    await expect(attachPaper(ctx, id, { paper: 'attachment', fileId: paper!.fileId })).rejects.toThrow('file-infected');
    expect((await getForm(ctx, id)).papers[0]).toMatchObject({ state: 'quarantined' });
    await expect(submitApplication(ctx, id, { truthful: 'yes' })).rejects.toThrow('answers-missing');
    const other = await storeFile(ctx, { name: '新的意见.pdf', content: aPdf('/Lang (zh)') });
    await attachPaper(ctx, id, { paper: 'sealed-opinion', fileId: other.id });
    await submitApplication(ctx, id, { truthful: 'yes' });
  });

  test('is told to whoever uploaded it and to the office that checks, once', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    await aUser(db, 'checker');
    await aUser(db, 'elsewhere');
    for (const [userId, regionCode] of [['checker', '34'], ['elsewhere', '32']] as const) {
      await db.insert(roleGrants).values({ userId, role: 'programme-officer', regionCode, grantedBy: 'admin', grantedAt: today });
    }
    const [paper] = (await getForm(ctx, id)).papers;
    const tellAll = () => tellMalware(ctxOf(db, system), paper!.fileId, 'record-1');
    expect(await tellAll()).toBe('');
    await holdBack(db);
    expect(await tellAll()).toBe('2');
    expect(await tellAll()).toBe('0');
    expect(await toldTo(db, ctx.actor.id)).toMatchObject([{ kind: 'file-infected', params: { name: paper!.name }, link: `/apply/${id}` }]);
    expect(await toldTo(db, 'checker')).toMatchObject([{ kind: 'file-held-back', params: { unit: '滨湖世纪社区', finding: 'Test-Signature' }, link: '/desk/inbox' }]);
    expect(await toldTo(db, 'elsewhere')).toEqual([]);
  });
});

describe('the papers of one application', () => {
  test('weigh no more than two hundred megabytes together', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    await db.update(files).set({ size: mostOfPapers - 100 });
    const more = await storeFile({ ...ctx, now: new Date(today.getTime() + 2 * 86_400_000) }, { name: 'b.pdf', content: aPdf('/Lang (en)') });
    await expect(attachPaper(ctx, id, { paper: 'attachment', fileId: more.id })).rejects.toThrow('papers-too-large');
    await db.update(files).set({ size: 1000 });
    await attachOpinion(ctx, id, 'attachment');
  });
});
