import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import { evidence, evidenceCitations } from '#app/domain/base/evidence/tables.server.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { resultsOf } from '#app/domain/base/rule-results/read.ts';
import { recordTie } from '#app/domain/pilot/conflicts/record-tie.ts';
import { records } from '#app/platform/tables.server.ts';
import { ownFilesFolder } from '#tests/apply.ts';
import { aPhone, aVisit, began, entry, hashNow, signature, sync, unit } from '#tests/visits.ts';
import { anExpert, eventsOf, expert, office } from '#tests/reviews.ts';
import { as, test, today } from '#tests/world.ts';
import { receiveAttachment } from './attachments.ts';
import { callOffVisit } from './call-off.ts';
import { concludeVisit } from './conclude.ts';
import { revokeDevice } from './devices.ts';
import type { Attachment } from './package.ts';
import { planVisits } from './plan-visits.ts';
import { signForCommunity } from './sign.ts';
import { takeVisit } from './take.ts';

ownFilesFolder();

const photo = () => sharp({ create: { width: 320, height: 200, channels: 3, background: '#0b6b5a' } }).withExif({ IFD3: { GPSLatitudeRef: 'N' } }).jpeg().toBuffer();
const sha256Of = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const held = (content: Buffer, kind: Attachment['kind'] = 'photo'): Attachment => ({ sha256: sha256Of(content), kind, mediaType: 'image/jpeg', size: content.length, at: today.toISOString(), place: { latitude: 31.72, longitude: 117.29, accuracy: 8 } });
const seen = (attachments: string[], text = '场地平整，护栏牢固') => ({ ruleId: 'A1.1', text, at: today.toISOString(), place: null, attachments });
const conclude = (db: Parameters<typeof office>[0], id: string) => concludeVisit(office(db), id, { note: '' });

describe('bringing an attachment', () => {
  test('keeps it under the hash of the phone, without hidden data, anchored with both times and the place; again it is the same receipt', async ({ db }) => {
    const visit = await aVisit(db);
    const content = await photo();
    const sha256 = sha256Of(content);
    const bring = (bytes = content) => receiveAttachment(expert(db, 'visitor'), visit.id, sha256, bytes);
    await expect(bring()).rejects.toMatchObject({ code: 'attachment-not-announced' });
    expect((await sync(db, visit, [], { attachments: [held(content)] })).wanted).toEqual([sha256]);
    await expect(bring(Buffer.from('cut'))).rejects.toMatchObject({ code: 'attachment-hash-differs' });
    const receipt = await bring();
    expect(await bring()).toEqual(receipt);
    expect((await sync(db, visit, [], { attachments: [held(content)] })).wanted).toEqual([]);
    const [line] = await db.select().from(records).where(and(eq(records.subjectId, visit.id), eq(records.event, 'visit.attachment-received')));
    expect(line!.facts).toMatchObject({ sha256, deviceAt: today.toISOString(), serverAt: today.toISOString(), skewMs: 0, place: { latitude: 31.72 } });
    const [file] = await db.select().from(files).where(eq(files.sha256, String((line!.facts as { storedSha256: string }).storedSha256)));
    expect(file).toMatchObject({ mediaType: 'image/jpeg', scan: 'waiting' });
    expect(file!.sha256).not.toBe(sha256);
  });

  test('takes speech as sound and nothing else as either, and none from a phone that was revoked', async ({ db }) => {
    const visit = await aVisit(db);
    const speech = Buffer.concat([Buffer.from('OggS\0\x02\0\0\0\0\0\0\0\0', 'latin1'), Buffer.alloc(14), Buffer.from('OpusHead\x01\x02', 'latin1'), Buffer.alloc(40)]);
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    const picture = await photo();
    const letters = [held(speech, 'voice'), held(page, 'photo'), held(picture, 'voice')];
    await sync(db, visit, [], { attachments: letters });
    const bring = (content: Buffer) => receiveAttachment(expert(db, 'visitor'), visit.id, sha256Of(content), content);
    await bring(speech);
    await expect(bring(page)).rejects.toMatchObject({ code: 'file-kind-not-allowed' });
    await expect(bring(picture)).rejects.toMatchObject({ code: 'sound-kind-not-allowed' });
    await revokeDevice(office(db), { deviceId: visit.phone, reason: '' });
    await expect(bring(picture)).rejects.toMatchObject({ code: 'device-revoked' });
  });
});

describe('concluding a visit', () => {
  test('waits for everything and says what is missing, then makes results and evidence of what was seen', async ({ db }) => {
    const visit = await aVisit(db);
    const content = await photo();
    await takeVisit(expert(db, 'visitor'), visit.id, visit.phone);
    await expect(conclude(db, visit.id)).rejects.toMatchObject({ code: 'visit-not-begun' });
    const day = [began(1), entry(2, 'observation:o1', seen([sha256Of(content)])), entry(3, 'observation:o2', seen([], '在场的家长说：110101199003074477 这位老师很好'))];
    await sync(db, visit, day, { attachments: [held(content)], remaining: 1 });
    await expect(conclude(db, visit.id)).rejects.toMatchObject({ code: 'visit-half-synced' });
    await sync(db, visit, []);
    await expect(conclude(db, visit.id)).rejects.toMatchObject({ code: 'visit-attachments-missing' });
    await receiveAttachment(expert(db, 'visitor'), visit.id, sha256Of(content), content);
    await expect(conclude(db, visit.id)).rejects.toMatchObject({ code: 'visit-nothing-said' });
    expect(await sync(db, visit, [entry(4, 'level:A1.1', 'met'), entry(5, 'level:A1.2', 'not-met')])).toMatchObject({ state: 'synced' });
    await expect(conclude(db, visit.id)).rejects.toMatchObject({ code: 'visit-unsigned-expert' });
    await sync(db, visit, [signature(6, 'expert', 'f'.repeat(64), '')], { attachments: [] });
    await expect(conclude(db, visit.id)).rejects.toMatchObject({ code: 'visit-attachments-missing' });
    const drawn = await sharp({ create: { width: 200, height: 80, channels: 4, background: '#00000000' } }).png().toBuffer();
    const mine = { ...signature(7, 'expert', await hashNow(db, visit.id), '') };
    await sync(db, visit, [{ ...mine, value: { ...(mine.value as object), sha256: sha256Of(drawn) } }], { attachments: [{ ...held(drawn, 'signature'), mediaType: 'image/png' }] });
    await receiveAttachment(expert(db, 'visitor'), visit.id, sha256Of(drawn), drawn);
    await expect(conclude(db, visit.id)).rejects.toMatchObject({ code: 'visit-unsigned-community' });

    const officer = as(db, 'community-worker', unit);
    const sign = { name: '李主任', role: '社区主任', contentHash: await hashNow(db, visit.id), agrees: true, refusal: '' };
    await expect(signForCommunity(officer, visit.id, { ...sign, contentHash: 'f'.repeat(64) })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await signForCommunity(officer, visit.id, sign);
    await expect(concludeVisit(officer, visit.id, { note: '' })).rejects.toMatchObject({ code: 'not-allowed' });
    await conclude(db, visit.id);

    expect(await resultsOf(office(db), unit, 'on-site')).toMatchObject([{ year: 2026, score: 50, sourceId: visit.id, levels: { 'A1.1': 'met', 'A1.2': 'not-met' } }]);
    const kept = await db.select().from(evidence).where(eq(evidence.regionCode, unit));
    expect(kept).toMatchObject([{ kind: 'observation', text: '场地平整，护栏牢固', confidentiality: 'office', files: [{ mediaType: 'image/jpeg' }] }]);
    expect(await db.select().from(evidenceCitations).where(eq(evidenceCitations.subjectId, visit.id))).toMatchObject([{ by: 'visit', ruleId: 'A1.1', evidenceId: kept[0]!.id }]);
    const [line] = await db.select().from(records).where(and(eq(records.subjectId, visit.id), eq(records.event, 'visit.concluded')));
    expect(line!.facts).toMatchObject({ evidence: 1, notEvidence: 1, rules: 2 });
    await expect(conclude(db, visit.id)).rejects.toMatchObject({ code: 'visit-over' });
    await expect(callOffVisit(office(db), visit.id, { reason: '来不及了' })).rejects.toMatchObject({ code: 'visit-over' });
  });

  test('needs a new signature after a change, waits for a second phone that went along, and no longer for one that was revoked', async ({ db }) => {
    const visit = await aVisit(db);
    const tablet = await aPhone(db, 'visitor', '平板');
    await takeVisit(expert(db, 'visitor'), visit.id, tablet);
    await sync(db, visit, [began(1), entry(2, 'level:A1.1', 'met')]);
    await expect(conclude(db, visit.id)).rejects.toMatchObject({ code: 'visit-half-synced' });
    await revokeDevice(office(db), { deviceId: tablet, reason: '掉进河里' });
    const hash = await hashNow(db, visit.id);
    const officer = as(db, 'government-officer', unit);
    await signForCommunity(officer, visit.id, { name: '李主任', role: '', contentHash: hash, agrees: false, refusal: '评得太低' });
    expect(await eventsOf(db, visit.id)).toContain('visit.declined-by-community');
    const changed = await sync(db, visit, [entry(3, 'level:A1.1', 'partly', 1)]);
    expect(changed.lacks).toEqual(['expert-signature', 'community-signature']);
  });

  test('is for a colleague who did not go along', async ({ db }) => {
    const visit = await aVisit(db);
    await sync(db, visit, [began(1), entry(2, 'level:A1.1', 'met')]);
    await expect(concludeVisit(as(db, 'expert', '*'), visit.id, { note: '' })).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('an expert with a tie', () => {
  const plan = (db: Parameters<typeof office>[0], expertId: string) => planVisits(office(db), { codes: [unit], notice: 'announced', fromOn: '2026-09-02', toOn: '2026-09-02', expert: expertId });

  test('is not sent, with the reason, and not by SQL either', async ({ db }) => {
    await expect(plan(db, await anExpert(db, 'near', { regionCode: '340111' }))).rejects.toMatchObject({ code: 'expert-same-region' });
    const kin = await anExpert(db, 'kin');
    await recordTie(office(db), kin, { kind: 'family', regionCode: unit, organisationName: '', reason: '社区主任是我的亲属' });
    await expect(plan(db, kin)).rejects.toMatchObject({ code: 'expert-family-tie' });
    const visit = await aVisit(db);
    const sql = `insert into visit_experts (visit_id, slot, expert_id, assigned_by, assigned_at) values ('${visit.id}', 'second-expert', 'kin', 'sql', now())`;
    await expect(db.transaction((tx) => tx.execute(sql))).rejects.toMatchObject({ cause: { code: 'CF001' } });
  });

  test('that arises later goes no more; what comes from that phone is kept beside the record, and nobody concludes without an expert', async ({ db }) => {
    const visit = await aVisit(db);
    await sync(db, visit, [began(1), entry(2, 'level:A1.1', 'met')]);
    await recordTie(office(db), 'visitor', { kind: 'sponsor-tie', regionCode: unit, organisationName: '', reason: '为这个社区提供过赞助' });
    expect(await eventsOf(db, visit.id)).toContain('visit.expert-set-aside');
    expect(await sync(db, visit, [entry(3, 'level:A1.1', 'not-met', 1)])).toMatchObject({ late: 'set-aside' });
    await expect(conclude(db, visit.id)).rejects.toMatchObject({ code: 'visit-unsigned-expert' });
  });
});
