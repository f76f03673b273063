import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { endPress } from '#app/domain/base/documents/press.ts';
import { anApplication } from '#tests/cycle.ts';
import { aMeeting, aRubricCall, aRubricReview, aSignedMeeting, officer } from '#tests/meetings.ts';
import { archivalMark, textOfPdf } from '#tests/pdf.ts';
import { anExpert, expert, office } from '#tests/reviews.ts';
import { as, binhu, neighbour, test } from '#tests/world.ts';
import { saveAdvice } from './advice.ts';
import { propose } from './agenda.ts';
import { decideExplained } from './decide-explained.ts';
import { explanationDocument, officeExplanationDocument } from './explanation-document.ts';
import { minutesDocument } from './minutes-document.ts';
import { openMeeting } from './plan-meeting.ts';
import { getMeeting } from './read.ts';
import { signMinutes } from './sign-minutes.ts';
import { castVote, recuse } from './vote.ts';

afterAll(endPress);

const applicant = (db: Db) => as(db, 'government-officer', binhu);

async function reviewed(db: Db) {
  const id = await anApplication(db, { status: 'complete', callId: await aRubricCall(db) });
  await aRubricReview(db, id, await anExpert(db, 'a'), { a2: 'not' });
  await aRubricReview(db, id, await anExpert(db, 'b'), { a2: 'partly' });
  return id;
}

const wordText = (content: Uint8Array) => strFromU8(unzipSync(content)['word/document.xml']!);

describe('the explanation as a document', () => {
  test('says in both formats and both languages what the page says, with its fingerprint', async ({ db }) => {
    const id = await reviewed(db);
    await saveAdvice(office(db), id, { revision: 0, strengths: '路线安全。', bySection: { a: '请落实 #经费 $x$ [注]。' } });
    await expect(explanationDocument(applicant(db), id, 'pdf')).rejects.toThrow('explanation-not-found');
    await decideExplained(office(db), id, { outcome: 'accepted', reason: '基础扎实，计划具体，同意列为试点。' });
    const { content, name } = await explanationDocument({ ...applicant(db), locale: 'en' }, id, 'pdf');
    const pages = await textOfPdf(content);
    expect(archivalMark(content)).toBe('2A');
    expect(name).toContain('评审决定说明');
    for (const words of ['评审决定说明', '基础扎实，计划具体，同意列为试点。', '经费保障（未达到）', '路线安全。', '请落实#经费$x$[注]。', '81.25分']) expect(pages.join('')).toContain(words.replaceAll(' ', ''));
    expect(pages.at(-1)).toContain('Funding(Notmet)');
    const word = wordText((await explanationDocument(applicant(db), id, 'docx')).content);
    for (const words of ['评审决定说明', '经费保障（未达到）', '请落实 #经费 $x$ [注]。']) expect(word).toContain(words);
    expect(word).not.toMatch(/专家[ab]/);
    expect(wordText((await officeExplanationDocument(office(db), id, 'docx')).content)).toContain('SHA-256');
    await expect(explanationDocument(as(db, 'government-officer', neighbour), id, 'pdf')).rejects.toThrow('application-not-found');
  });
});

describe('the minutes as a document', () => {
  test('name who sat, who kept away, what was proposed and how it was voted, once they are signed', async ({ db }) => {
    const id = await aMeeting(db, [await reviewed(db)]);
    await expect(minutesDocument(office(db), id, 'pdf')).rejects.toThrow('minutes-not-signed');
    await aSignedMeeting(db, id);
    const text = (await textOfPdf((await minutesDocument(officer(db, 'chair'), id, 'pdf')).content)).join('');
    for (const words of ['第一次评审会纪要', '建议通过', '赞成3，反对0，弃权0，在席3', '提案通过', '讨论充分。', '经办chair（主持人）']) expect(text).toContain(words);
    expect(wordText((await minutesDocument({ ...expert(db, 'm1'), locale: 'en' }, id, 'docx')).content)).toContain('Signed by the chair');
    await expect(minutesDocument(office(db), id, 'xlsx')).rejects.toThrow('not-found');
  });

  test('are not for a member who was recused from one of the items', async ({ db }) => {
    const id = await aMeeting(db, [await reviewed(db)]);
    await openMeeting(office(db), id);
    await recuse(expert(db, 'm1'), (await getMeeting(office(db), id)).items[0]!.id, { userId: 'm1', reason: '曾为该社区授课' });
    const [item] = (await getMeeting(office(db), id)).items;
    await propose(office(db), item!.id, { proposal: 'accepted', clearsNegative: false, discussion: '' });
    for (const userId of ['chair', 'm2']) await castVote(office(db), item!.id, { userId, vote: 'for' });
    await signMinutes(officer(db, 'chair'), id, await getMeeting(office(db), id));
    await expect(minutesDocument(expert(db, 'm1'), id, 'pdf')).rejects.toThrow('minutes-recused');
    expect((await textOfPdf((await minutesDocument(office(db), id, 'pdf')).content)).join('')).toContain('专家m1');
  });
});
