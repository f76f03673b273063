import { randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { describe, expect, test as plain } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { readWhole } from '#app/domain/base/files/storage.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { submissions } from '#app/domain/pilot/applications/tables.server.ts';
import { usualBlindness } from '#app/domain/pilot/calls/blindness-settings.ts';
import type { QuestionSet } from '#app/domain/pilot/calls/model.ts';
import { acceptAssignment } from '#app/domain/pilot/review/answer-assignment.ts';
import { getMyReview, openReviewPaper } from '#app/domain/pilot/review/my-reviews.ts';
import { ownFilesFolder } from '#tests/apply.ts';
import { aCall, anApplication, aUser } from '#tests/cycle.ts';
import { anExpert, assign, attested, eventsOf, expert, office } from '#tests/reviews.ts';
import { as, ctxOf, neighbour, person, test, today } from '#tests/world.ts';
import { cleanPdf } from './clean-pdf.ts';
import { redactAnswers, withoutNames } from './model.ts';
import { bringRedacted, makeRedacted, removeRedacted } from './redact.ts';
import { listRedactions, openRedacted } from './read.ts';

ownFilesFolder();

const info = '<< /Author (Binhu \\(Hefei\\) office) /Title <6EE86E56> /Producer (WPS) /CreationDate (D:20260901) >>';
const xmp = '<x:xmpmeta><dc:creator>Binhu office</dc:creator></x:xmpmeta>';

/** A PDF with properties in plain sight, in an XMP packet and, if wanted, in folded objects. */
function aPdf(folded = ''): Buffer {
  const stm = folded ? deflateSync(Buffer.from(folded)).toString('latin1') : '';
  const text = [
    '%PDF-1.5', '1 0 obj << /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >> endobj', '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
    '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >> endobj',
    `4 0 obj << /Type /Metadata /Subtype /XML /Length ${xmp.length} >> stream\n${xmp}\nendstream endobj`, `5 0 obj ${info} endobj`,
    ...(stm ? [`6 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${stm.length} >> stream\n${stm}\nendstream endobj`] : []),
    'trailer << /Root 1 0 R /Info 5 0 R >>', 'startxref', '0', '%%EOF',
  ].join('\n');
  return Buffer.from(text, 'latin1');
}

describe('cleaning a PDF', () => {
  plain('overwrites what the file says about itself and moves nothing', () => {
    const before = aPdf();
    const after = cleanPdf(before)!;
    expect(after.length).toBe(before.length);
    expect(after.toString('latin1')).not.toMatch(/Binhu|Hefei|WPS|D:2026|6EE8/);
    expect(after.toString('latin1')).toContain('/MediaBox [0 0 200 200]');
  });

  plain('is refused where properties lie in folded objects, or something folded cannot be unfolded', () => {
    expect(cleanPdf(aPdf('5 0 << /Author (Binhu) >>'))).toBeUndefined();
    expect(cleanPdf(aPdf('7 0 << /Type /Font >>'))).toBeDefined();
    expect(cleanPdf(Buffer.from(aPdf('7 0 << /Type /Font >>').toString('latin1').replace('stream\nx', 'stream\ny'), 'latin1'))).toBeUndefined();
  });
});

const words = (zh: string) => ({ zh, en: zh });
const set: QuestionSet = { id: 's', version: 1, title: words('题'), sections: [
  { id: 'who', title: words('谁'), questions: [{ id: 'leader-phone', kind: 'phone', label: words('电话'), isRequired: true }, { id: 'unit', kind: 'text', label: words('单位'), isRequired: true, fact: 'region.name' }] },
  { id: 'what', title: words('什么'), questions: [{ id: 'goals', kind: 'long-text', label: words('目标'), isRequired: true }, { id: 'motto', kind: 'text', label: words('口号'), isRequired: false, identifies: true }, { id: 'tasks', kind: 'table', label: words('任务'), isRequired: true }] },
] };

describe('redacting answers', () => {
  plain('leaves out what identifies, by kind, by fact and by the mark of the set, and blots the names out of the rest', () => {
    const answers = { 'leader-phone': '13900000000', unit: '滨湖世纪社区', motto: '滨湖有爱', goals: '滨湖世纪的孩子和合肥市的孩子，电话 13900000000', tasks: [{ task: '包河区滨湖世纪社区图书角', owner: '张三' }] };
    const shown = redactAnswers(set, answers, ['安徽省', '合肥市', '包河区', '滨湖世纪社区']);
    expect(Object.keys(shown.answers)).toEqual(['goals', 'tasks']);
    expect(shown.questionSet.sections.map(({ id }) => id)).toEqual(['what']);
    expect(JSON.stringify(shown)).not.toMatch(/滨湖|合肥|包河|139/);
    expect(shown.answers.tasks).toEqual([{ task: '〔…〕〔…〕图书角', owner: '张三' }]);
  });

  plain('takes no single letter for a name', () => {
    expect(withoutNames('市里和区里都支持', ['市', '区', ''])).toBe('市里和区里都支持');
  });
});

const blind = { reviewsPerApplication: 1, scoreFrom: 0, scoreTo: 100, blindness: { ...usualBlindness, first: { ...usualBlindness.first, reviewersSeeApplicant: false } } };
const government = person('government-officer', '340111', 'applicant');

async function anApplicationWith(db: Db, content: Buffer, name: string) {
  await aUser(db, 'applicant', '申报人');
  await aUser(db, office(db).actor.id);
  const file = await storeFile(ctxOf(db, government), { name, content });
  const application = await anApplication(db, { callId: await aCall(db, { review: blind }), status: 'complete' });
  const papers = [{ paper: 'attachment', fileId: file.id, name: file.name, sha256: file.sha256 }];
  await db.insert(submissions).values({
    applicationId: application, round: 2, content: { answers: {}, papers, selfCheck: [] }, hash: 'hash', receiptCode: randomUUID(), submittedBy: 'applicant', submittedByName: '申报人', submittedAt: today,
  });
  const id = await assign(db, application, await anExpert(db, 'a'));
  await acceptAssignment(expert(db, 'a'), id, attested);
  return { application, file: file.id, id };
}

const picture = (red: number) => sharp({ create: { width: 20, height: 20, channels: 3, background: { r: red, g: 9, b: 9 } } }).jpeg().toBuffer();

describe('a reviewer who must not know who applies', () => {
  test('gets no paper before its redacted copy is there, then the copy under a name that says nothing', async ({ db }) => {
    const { application, file, id } = await anApplicationWith(db, aPdf(), '滨湖世纪社区行动计划.pdf');
    await expect(openReviewPaper(expert(db, 'a'), id, file)).rejects.toThrow('paper-held-back');
    expect((await getMyReview(expert(db, 'a'), id)).open!.papers).toMatchObject([{ isHeldBack: true, name: 'paper-1', sha256: '', size: 0 }]);
    await makeRedacted(office(db), application, file);
    const copy = await openReviewPaper(expert(db, 'a'), id, file);
    expect(copy.name).toBe('paper-1.pdf');
    expect((await readWhole(copy.sha256)).toString('latin1')).not.toMatch(/Binhu/);
    expect(JSON.stringify(await getMyReview(expert(db, 'a'), id))).not.toMatch(/滨湖|行动计划/);
    expect(await eventsOf(db, file)).toEqual(['file.stored', 'paper.redacted']);
    await removeRedacted(office(db), application, file);
    await expect(openReviewPaper(expert(db, 'a'), id, file)).rejects.toThrow('paper-held-back');
    await expect(removeRedacted(office(db), application, file)).rejects.toThrow('redaction-not-found');
    await expect(openRedacted(office(db), application, file)).rejects.toThrow('redaction-not-found');
  });

  test('gets the copy that the office brought; the paper itself is none', async ({ db }) => {
    const { application, file, id } = await anApplicationWith(db, await picture(200), '滨湖.jpg');
    const covered = await storeFile(office(db), { name: '盖好.jpg', content: await picture(10) });
    await expect(bringRedacted(office(db), application, file, file)).rejects.toThrow('redaction-same-file');
    await bringRedacted(office(db), application, file, covered.id);
    const copy = await openReviewPaper(expert(db, 'a'), id, file);
    expect([copy.name, copy.sha256 === covered.sha256]).toEqual(['paper-1.jpg', true]);
    expect(await listRedactions(office(db), { id: application, regionCode: '340111400' }, [{ fileId: file }])).toMatchObject([{ redaction: { way: 'uploaded' } }]);
    expect((await openRedacted(office(db), application, file)).sha256).toBe(covered.sha256);
  });
});

describe('making redacted copies', () => {
  test('says so where a PDF cannot be cleaned', async ({ db }) => {
    const { application, file } = await anApplicationWith(db, aPdf('5 0 << /Author (Binhu) >>'), 'a.pdf');
    await expect(makeRedacted(office(db), application, file)).rejects.toThrow('redaction-not-cleanable');
    expect((await db.execute(sql`select 1 from redacted_papers`)).rows).toEqual([]);
  });

  test('is for the programme office of the region alone', async ({ db }) => {
    const { application, file } = await anApplicationWith(db, aPdf(), 'a.pdf');
    for (const who of [ctxOf(db, government), expert(db, 'a'), as(db, 'programme-officer', neighbour)]) {
      await expect(makeRedacted(who, application, file)).rejects.toThrow('application-not-found');
      await expect(removeRedacted(who, application, file)).rejects.toThrow('application-not-found');
    }
  });
});
