import { and, eq } from 'drizzle-orm';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { evidenceCitations } from '#app/domain/base/evidence/tables.server.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { readWhole } from '#app/domain/base/files/storage.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { checklistOf } from '#app/domain/service/spaces/checklist.ts';
import { InspectionInput, SpaceInput } from '#app/domain/service/spaces/input.ts';
import { inspectSpace } from '#app/domain/service/spaces/inspect-space.ts';
import { registerSpace } from '#app/domain/service/spaces/save-space.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { ownFilesFolder } from '#tests/apply.ts';
import { aRegion, aUser } from '#tests/cycle.ts';
import { as, baohe, binhu, ctxOf, neighbour, person, test, today } from '#tests/world.ts';
import { assignHazard } from './assign-hazard.ts';
import { checkHazard, declineHazard } from './check-hazard.ts';
import { confirmAsSecond, confirmByCode } from './confirm-hazard.ts';
import * as hazardsPage from '#app/routes/public/hazards/hazards.tsx';
import { rendered, wordsOf } from '#tests/rendered.tsx';
import { countHazards } from './counts.ts';
import { dropEvidence } from './drop-evidence.ts';
import { escalateHazards } from './escalate.ts';
import { forgetChild } from './forget-child.ts';
import { ReportInput, ResponsibleInput } from './input.ts';
import { linkDuplicate, sayDuplicate } from './link-duplicate.ts';
import { getHazard, ownHazards, repairSheet, trackHazard } from './one-hazard.ts';
import { openFromInspection } from './open-from-inspection.ts';
import { listHazards, listQueue } from './read.ts';
import { reopenByCode, reopenHazard } from './reopen-hazard.ts';
import { repairAsStaff, repairByCode } from './repair-hazard.ts';
import { reportHazard } from './report-hazard.ts';
import { setResponsible } from './responsible.ts';
import { hazards } from './tables.server.ts';

ownFilesFolder();

const worker = (db: Db, id = 'fang', now: Date = today): Ctx => ctxOf(db, person('community-worker', binhu, id), now);
const someone = (db: Db, now: Date = today): Ctx => ({ ...ctxOf(db, visitor, now), address: '10.1.1.1' });
const childId = '019a0000-0000-7000-8000-00000000000a';
const child = (db: Db): Ctx => ({ ...someone(db), child: { childId, codeId: null, regionCode: binhu, layer: 'primary' } });
const later = (days: number) => new Date(today.getTime() + days * 86_400_000);
const picture = async () => ({ name: 'IMG_观湖苑3栋.jpg', content: await sharp({ create: { width: 40, height: 30, channels: 3, background: '#8fb' } }).withExif({ IFD3: { GPSLatitude: '31/1 44/1 6/1', GPSLatitudeRef: 'N' } }).jpeg().toBuffer() });

async function reported(db: Db, given: Record<string, unknown> = {}, ctx: Ctx = someone(db), withPhoto = false) {
  await aRegion(db, binhu, '滨湖世纪社区');
  await aUser(db, 'fang');
  const input = ReportInput.parse({ regionCode: binhu, kind: 'light', text: '路灯坏了', placeText: '观湖路东口', lng: '117.29381', lat: '31.73512', ...given });
  const code = await reportHazard(ctx, input, withPhoto ? [await picture()] : []);
  const [hazard] = await db.select().from(hazards).where(eq(hazards.code, code));
  return { code, id: hazard!.id, hazard: hazard! };
}
const approve = (db: Db, subjectId: string) => db.update(moderationItems).set({ state: 'approved' }).where(and(eq(moderationItems.kind, 'hazard'), eq(moderationItems.subjectId, subjectId)));

async function assigned(db: Db, given: Record<string, unknown> = {}) {
  const one = await reported(db, given);
  await checkHazard(worker(db), binhu, one.id, { kind: 'light', danger: 2, note: '' });
  return { ...one, repairCode: await assignHazard(worker(db), binhu, one.id, { body: 'lighting', assigneeName: '路灯班', note: '换灯泡' }) };
}
async function repaired(db: Db) {
  const one = await assigned(db);
  await repairByCode(someone(db), one.repairCode, { name: '', note: '换了灯泡' }, [await picture()]);
  return one;
}

describe('reporting a hazard', () => {
  test('gives a code, names nobody, strips the picture, and is public only once read, roughly placed', async ({ db }) => {
    const { code, id } = await reported(db, {}, someone(db), true);
    expect(await trackHazard(someone(db), code.toLowerCase().replaceAll('-', ' '))).toMatchObject({ state: 'reported', dueOn: '2026-09-03', reading: 'reading' });
    expect((await listHazards(ctxOf(db), { region: binhu })).rows).toEqual([]);
    await approve(db, id);
    const [seen] = (await listHazards(ctxOf(db), { region: binhu })).rows;
    expect(seen).toMatchObject({ text: '路灯坏了', at: [117.294, 31.736], days: 0, state: 'reported' });
    expect(Object.keys(seen!)).not.toEqual(expect.arrayContaining(['code', 'childId', 'lng']));
    const [line] = await db.select().from(records).where(and(eq(records.event, 'hazard.reported'), eq(records.subjectId, id)));
    expect([line!.actorId, line!.actorName, JSON.stringify(line!.facts).includes('路灯')]).toEqual(['', '', false]);
    const [file] = await db.select().from(files);
    const kept = await sharp(await readWhole(file!.sha256)).metadata();
    expect([file!.name, file!.originalKey, kept.exif]).toEqual(['photo-1.jpg', null, undefined]);
  });

  test('needs a place that lies there, and is slowed down by address', async ({ db }) => {
    await aRegion(db, binhu, '滨湖世纪社区');
    expect(ReportInput.safeParse({ regionCode: binhu, kind: 'light', text: '灯坏了' }).error?.issues[0]?.message).toBe('hazard-place-missing');
    const elsewhere = ReportInput.parse({ regionCode: binhu, kind: 'light', text: '灯坏了', place: `space:${childId}` });
    await expect(reportHazard(someone(db), elsewhere)).rejects.toThrow('hazard-place-elsewhere');
    const input = ReportInput.parse({ regionCode: binhu, kind: 'light', text: '灯坏了', placeText: '东口' });
    for (let n = 0; n < 9; n += 1) await reportHazard({ ...someone(db), address: '10.9.9.9' }, input);
    await reportHazard({ ...someone(db), address: '10.9.9.9' }, input);
    await expect(reportHazard({ ...someone(db), address: '10.9.9.9' }, input)).rejects.toThrow('too-many-tries');
  });

  test('is handled by those of the place; others find nothing, and nobody sees the code or the child', async ({ db }) => {
    const { id } = await reported(db, {}, child(db));
    const seen = await getHazard(worker(db), binhu, id);
    expect([Object.hasOwn(seen, 'code'), Object.hasOwn(seen, 'childId'), Object.hasOwn(seen, 'reporterId')]).toEqual([false, false, false]);
    await expect(getHazard(as(db, 'community-worker', neighbour), binhu, id)).rejects.toThrow('not-allowed');
    await expect(listQueue(ctxOf(db), binhu)).rejects.toThrow('sign-in-needed');
    await expect(checkHazard(as(db, 'community-worker', neighbour), neighbour, id, { kind: 'light', danger: 2, note: '' })).rejects.toThrow('hazard-not-found');
    await expect(trackHazard(someone(db), 'AAAA-BBBB-CCCC')).rejects.toThrow('hazard-code-unknown');
  });
});

describe('the figures of a region', () => {
  test('say how many children reported in full tens, so that nothing small follows from two regions or two days', async ({ db }) => {
    const { hazard: { id: _, ...hazard } } = await reported(db);
    await aRegion(db, '340111401', '另一个社区');
    const reports = (regionCode: string, many: number) => Array.from({ length: many }, (_each, nth) => ({ ...hazard, regionCode, code: `${regionCode}-${nth}`, source: 'child' as const }));
    await db.insert(hazards).values([...reports(binhu, 13), ...reports('340111401', 4)]);
    const told = async (regionCode: string) => (await countHazards(ctxOf(db), regionCode)).byChildren;
    expect([await told(baohe), await told(binhu), await told('340111401')]).toEqual([10, 10, null]);
    expect(wordsOf(await rendered(hazardsPage, ctxOf(db), `/hazards?region=${binhu}`))).toContain('孩子报告的至少有 10 处');
  });
});

describe('from report to really fixed', () => {
  test('the repairer needs a picture, the reporter has the last word, and only then it is evidence', async ({ db }) => {
    const { id, code, repairCode } = await assigned(db);
    expect(await repairSheet(someone(db), repairCode)).toMatchObject({ note: '换灯泡', placeText: '观湖路东口', lng: 117.29381 });
    await expect(repairByCode(someone(db), repairCode, { name: '', note: '换了灯泡' }, [])).rejects.toThrow('after-photo-missing');
    await repairByCode(someone(db), repairCode, { name: '', note: '换了灯泡' }, [await picture()]);
    expect(await countHazards(ctxOf(db), binhu)).toMatchObject({ open: 1, verified: 0 });
    expect((await trackHazard(someone(db), code)).after).toEqual([]);
    await confirmByCode(someone(db), code, { fixed: 'yes', body: '' });
    expect(await trackHazard(someone(db), code)).toMatchObject({ state: 'verified', verifiedBy: 'reporter', dueOn: null });
    expect(await countHazards(ctxOf(db), binhu)).toMatchObject({ open: 0, verified: 1, byChildren: null });
    expect(wordsOf(await rendered(hazardsPage, ctxOf(db), `/hazards?region=${binhu}`))).toContain('还没修好 0 处，确认修好 1 处');
    const cited = await db.select({ ruleId: evidenceCitations.ruleId }).from(evidenceCitations).where(eq(evidenceCitations.subjectId, `hazards:${id}`));
    expect(cited.length).toBeGreaterThan(0);
    await expect(repairSheet(someone(db), repairCode)).rejects.toThrow('repair-code-unknown');
    const said = (await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id)).orderBy(records.id)).map(({ event }) => event);
    expect(said).toEqual(['hazard.reported', 'hazard.checked', 'hazard.assigned', 'hazard.repaired', 'hazard.verified']);
  });

  test('not fixed goes back to work; broken again is opened again', async ({ db }) => {
    const { code, id, repairCode } = await repaired(db);
    await confirmByCode(someone(db), code, { fixed: 'no', body: '还是不亮' });
    expect(await getHazard(worker(db), binhu, id)).toMatchObject({ state: 'assigned', reopened: 1, answer: '还是不亮' });
    await repairByCode(someone(db), repairCode, { name: '', note: '换了线' }, [await picture()]);
    await confirmByCode(someone(db), code, { fixed: 'yes', body: '' });
    await reopenByCode(someone(db), code, { reason: '又不亮了，请再看' });
    expect(await trackHazard(someone(db), code)).toMatchObject({ state: 'assigned' });
    await expect(reopenHazard(worker(db), binhu, id, { reason: '再打开一次看看' })).rejects.toThrow('hazard-moved-on');
  });

  test('a second person confirms only after the reporter’s days, and whoever repaired it never does', async ({ db }) => {
    const { id } = await assigned(db);
    await repairAsStaff(worker(db), binhu, id, { name: '', note: '自己换了灯泡' }, [await picture()]);
    const over = later(20);
    await expect(confirmAsSecond(worker(db, 'fang', over), binhu, id, { fixed: 'yes', body: '' })).rejects.toThrow('hazard-own-repair');
    await expect(confirmAsSecond(worker(db, 'li'), binhu, id, { fixed: 'yes', body: '' })).rejects.toThrow('hazard-reporter-first');
    await confirmAsSecond(worker(db, 'li', over), binhu, id, { fixed: 'yes', body: '' });
    expect(await getHazard(worker(db), binhu, id)).toMatchObject({ state: 'verified', verifiedBy: 'second-person', verifierName: 'li' });
  });

  test('the repairer’s own code is no way round it', async ({ db }) => {
    const { id, code } = await reported(db, {}, { ...worker(db), address: '10.1.1.2' });
    await checkHazard(worker(db), binhu, id, { kind: 'light', danger: 2, note: '' });
    await assignHazard(worker(db), binhu, id, { body: 'community', assigneeName: 'fang', note: '' });
    await repairAsStaff(worker(db), binhu, id, { name: '', note: '自己换了灯泡' }, [await picture()]);
    await expect(confirmByCode(someone(db), code, { fixed: 'yes', body: '' })).rejects.toThrow('hazard-own-repair');
    await expect(confirmByCode(worker(db), code, { fixed: 'yes', body: '' })).rejects.toThrow('hazard-own-repair');
  });

  test('what is declined has its reason for the reporter; no step is taken twice', async ({ db }) => {
    const { id, code } = await reported(db);
    await declineHazard(worker(db), binhu, id, { reason: '现场没有路灯，属于规划问题' });
    expect(await trackHazard(someone(db), code)).toMatchObject({ state: 'declined', answer: '现场没有路灯，属于规划问题' });
    await expect(checkHazard(worker(db), binhu, id, { kind: 'light', danger: 2, note: '' })).rejects.toThrow('hazard-moved-on');
    await expect(confirmByCode(someone(db), code, { fixed: 'yes', body: '' })).rejects.toThrow('hazard-moved-on');
    expect((await listHazards(ctxOf(db), { region: binhu })).rows).toEqual([]);
  });
});

describe('the clock', () => {
  test('runs by what the place or the region above has set, a third for what is dangerous at once', async ({ db }) => {
    await aRegion(db, baohe, '包河区');
    const limits = { kind: 'light' as const, body: 'lighting' as const, person: '张工', contact: '', checkDays: 1, assignDays: 1, repairDays: 9, confirmDays: 3 };
    await setResponsible(as(db, 'government-officer', baohe), baohe, ResponsibleInput.parse(limits));
    await expect(setResponsible(as(db, 'community-worker', binhu), binhu, limits)).rejects.toThrow('not-allowed');
    const { id, hazard } = await reported(db);
    expect([hazard.dueOn, hazard.body]).toEqual(['2026-09-02', 'lighting']);
    await checkHazard(worker(db), binhu, id, { kind: 'light', danger: 3, note: '' });
    await assignHazard(worker(db), binhu, id, { body: 'lighting', assigneeName: '张工', note: '' });
    expect((await getHazard(worker(db), binhu, id)).dueOn).toBe('2026-09-04');
  });

  test('tells the county of what is late and the city of what stays late, once each', async ({ db }) => {
    await reported(db);
    for (const [id, code] of [['county', baohe], ['city', '3401']] as const) {
      await aUser(db, id);
      await aRegion(db, code);
      await db.insert(roleGrants).values({ userId: id, role: 'government-officer', regionCode: code, grantedBy: 'x', grantedAt: today });
    }
    const told = async () => (await db.select({ userId: messages.userId }).from(messages).where(eq(messages.kind, 'hazard-late'))).map(({ userId }) => userId).toSorted();
    await escalateHazards(ctxOf(db, visitor, later(2)));
    expect(await told()).toEqual([]);
    await escalateHazards(ctxOf(db, visitor, later(3)));
    await escalateHazards(ctxOf(db, visitor, later(4)));
    expect(await told()).toEqual(['county']);
    await escalateHazards(ctxOf(db, visitor, later(14)));
    expect(await told()).toEqual(['city', 'county', 'county']);
  });

  test('puts the dangerous and the late first', async ({ db }) => {
    const [calm, urgent] = [await reported(db), await reported(db, { danger: '3', placeText: '别处' })];
    expect((await listQueue(worker(db), binhu)).map(({ id }) => id)).toEqual([urgent.id, calm.id]);
  });
});

describe('the same hazard twice', () => {
  test('is offered to the reporter and to staff; both codes follow one hazard, and either may confirm', async ({ db }) => {
    const first = await assigned(db);
    await approve(db, first.id);
    const second = await reported(db, { lng: '117.2940', lat: '31.7352', placeText: '路口' });
    const third = await reported(db);
    const far = await reported(db, { lng: '117.31', lat: '31.75', placeText: '很远' });
    expect((await trackHazard(someone(db), second.code)).similar.map(({ id }) => id)).toEqual([first.id]);
    expect((await trackHazard(someone(db), far.code)).similar).toEqual([]);
    await sayDuplicate(someone(db), second.code, first.id);
    await expect(sayDuplicate(someone(db), far.code, first.id)).rejects.toThrow('hazard-not-the-same');
    await linkDuplicate(worker(db), binhu, third.id, first.id);
    await expect(linkDuplicate(worker(db), binhu, first.id, third.id)).rejects.toThrow('hazard-not-the-same');
    await repairByCode(someone(db), first.repairCode, { name: '', note: '换了灯泡' }, [await picture()]);
    expect(await trackHazard(someone(db), second.code)).toMatchObject({ isDuplicate: true, state: 'repaired', before: [] });
    await confirmByCode(someone(db), third.code, { fixed: 'yes', body: '' });
    expect(await trackHazard(someone(db), first.code)).toMatchObject({ state: 'verified' });
  });
});

test('what an inspection finds becomes a hazard by itself, once, public at once', async ({ db }) => {
  await aRegion(db, binhu, '滨湖世纪社区');
  const space = await registerSpace(worker(db), binhu, SpaceInput.parse({ name: '游戏场', kind: 'playground', bands: ['4-6'], address: '中心广场', responsibleName: '王芳' }));
  const verdicts = Object.fromEntries(checklistOf('playground').map(({ item }) => [`verdict-${item}`, item === 'sharp' ? 'bad' : 'ok']));
  const inspection = await inspectSpace(worker(db), space, InspectionInput.parse({ ...verdicts, 'note-sharp': '有钉子' }));
  expect([await openFromInspection(ctxOf(db), binhu, inspection), await openFromInspection(ctxOf(db), binhu, inspection)]).toEqual(['1', '0']);
  expect((await listHazards(ctxOf(db), { region: binhu })).rows).toMatchObject([{ kind: 'equipment', danger: 3, text: '有钉子', placeText: '游戏场', spaceId: space }]);
});

test('a child who goes takes the words and pictures along; the hazard stays for others', async ({ db }) => {
  const { id, code } = await reported(db, {}, child(db), true);
  expect(await forgetChild(ctxOf(db), childId)).toBe('1');
  const [row] = await db.select().from(hazards).where(eq(hazards.id, id));
  expect(row).toMatchObject({ childId: null, text: '', placeText: '', kind: 'light', state: 'reported' });
  expect(await db.select({ id: files.id }).from(files)).toEqual([]);
  expect((await trackHazard(someone(db), code)).before).toEqual([]);
  expect(await forgetChild(ctxOf(db), childId)).toBe('0');
});

test('what is kept as evidence of harm is shown on no screen; a child who goes leaves it until the lock ends, then the words and pictures go', async ({ db }) => {
  const { id, code } = await reported(db, {}, child(db), true);
  await db.update(moderationItems).set({ state: 'protected', isLocked: true }).where(eq(moderationItems.subjectId, id));
  expect(await trackHazard(child(db), code)).toMatchObject({ text: '', isSafe: true, before: [] });
  expect(await ownHazards(child(db))).toMatchObject([{ code, state: 'reported' }]);
  expect([(await trackHazard(child(db), code)).isMine, (await trackHazard(someone(db), code)).isMine]).toEqual([true, false]);
  await forgetChild(ctxOf(db), childId);
  expect((await db.select().from(hazards).where(eq(hazards.id, id)))[0]).toMatchObject({ childId: null, text: '路灯坏了' });
  expect(await dropEvidence(ctxOf(db), { kind: 'hazard', subjectId: id, outcome: 'returned' })).toBeUndefined();
  expect(await dropEvidence(ctxOf(db), { kind: 'hazard', subjectId: id, outcome: 'dropped' })).toBe('dropped');
  expect((await db.select().from(hazards).where(eq(hazards.id, id)))[0]).toMatchObject({ text: '', placeText: '', kind: 'light' });
  expect(await db.$count(files)).toBe(0);
});
