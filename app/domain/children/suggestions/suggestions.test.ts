import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { askDue } from '#app/domain/base/communities/told.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { evidence } from '#app/domain/base/evidence/tables.server.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import * as matterPage from '#app/routes/work/children/suggestions/matter.tsx';
import { aPdf } from '#tests/apply.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { aRegion, aUser } from '#tests/cycle.ts';
import { rendered, wordsOf } from '#tests/rendered.tsx';
import { aChild, aDrawing, aSuggestion, aWorker, words } from '#tests/suggestions.ts';
import { as, baohe, binhu, ctxOf, hefei, neighbour, test, today } from '#tests/world.ts';
import { answerMatter } from './answer-matter.ts';
import { clockOf, setClock } from './clock.ts';
import { suggestionCounts } from './counts.ts';
import { suggestionsDue } from './due.ts';
import { enterOnPaper } from './enter-on-paper.ts';
import { escalateLate } from './escalate.ts';
import { finishWork } from './finish-work.ts';
import { followModeration } from './follow-moderation.ts';
import { forgetChild } from './forget-child.ts';
import { mergeMatters } from './merge-matters.ts';
import { longestVoiceSeconds } from './model.ts';
import { newPlate, newTicket } from './plate.ts';
import { plateReading } from './plate-reading.ts';
import { rateStep } from './rate-step.ts';
import { countShows, listMatters } from './read.ts';
import { getMatter, similarMatters } from './read-matter.ts';
import { seeMatter } from './see-matter.ts';
import { startWork } from './start-work.ts';
import { releaseWords } from './release-words.ts';
import { submitSuggestion } from './submit-suggestion.ts';
import { suggestionMatters, suggestionRatings, suggestions } from './tables.server.ts';
import { takeBack } from './take-back.ts';
import { findByPlate, listOwn, trackSaid } from './track.ts';
import { publicVoices } from './voices.ts';

const yes = { outcome: 'adopted', reason: 'can-do', text: '你说得对。我们请交警改成 30 秒。', owner: '刘警官', dueOn: '2026-09-20', called: '' } as const;
const no = { outcome: 'not-adopted', reason: 'no-place', text: '这里放不下。我们再想办法。', owner: '', dueOn: null, called: '' } as const;
const later = (day: string) => new Date(`${day}T02:00:00Z`);
const stateOf = async (db: Parameters<typeof aChild>[0], id: string) => (await db.select({ state: suggestionMatters.state }).from(suggestionMatters).where(eq(suggestionMatters.id, id)))[0]!.state;

describe('a child says something', () => {
  test('and it is with the staff at once, held from the public, and no record holds the child or a word', async ({ db }) => {
    const worker = await aWorker(db);
    const { plate, matterId, ctx } = await aSuggestion(db);
    const { rows } = await listMatters(worker, binhu, {});
    expect(rows).toMatchObject([{ id: matterId, text: '路口的绿灯太短了，奶奶走到一半就变红了。', dueOn: '2026-09-04', isLate: false }]);
    expect((await publicVoices(ctx, binhu)).matters).toMatchObject([{ text: null, month: '2026-09', many: null }]);
    expect(await db.$count(moderationItems, and(eq(moderationItems.kind, 'suggestion'), eq(moderationItems.state, 'waiting')))).toBe(1);
    const written = await db.select().from(records);
    expect(JSON.stringify(written)).not.toMatch(/绿灯|0000000000c1/);
    expect(written.every(({ actorId }) => actorId !== worker.actor.id)).toBe(true);
    const tracked = await trackSaid(ctx, await findByPlate(ctx, plate));
    expect(tracked).toMatchObject({ plate, said: { on: '2026-09-01' }, matter: { state: 'received', isLate: false }, review: { seen: 'reading' } });
  });

  test('with a drawing alone, or with pictures alone; with nothing it is asked again', async ({ db }) => {
    const ctx = aChild(db);
    const drawn = await submitSuggestion(ctx, words({ text: '' }), [{ kind: 'drawing', content: await aDrawing() }]);
    const chosen = await submitSuggestion(ctx, words({ text: '', pictures: ['dark', 'scary'] }));
    expect((await trackSaid(ctx, newTicket(ctx, drawn))).files).toMatchObject([{ kind: 'drawing', suggestionId: drawn.id }]);
    expect((await trackSaid(ctx, newTicket(ctx, chosen))).said.pictures).toEqual(['dark', 'scary']);
    await expect(submitSuggestion(ctx, words({ text: '' }))).rejects.toThrow('suggestion-empty');
    await expect(submitSuggestion(ctx, words(), [{ kind: 'voice', content: Buffer.from('no sound at all') }])).rejects.toThrow('sound-kind-not-allowed');
    await expect(submitSuggestion(ctx, words(), [{ kind: 'voice', content: Buffer.alloc(longestVoiceSeconds * 50 * 1024 + 1) }]), 'much more than two minutes of speech').rejects.toThrow('voice-too-long');
    await expect(submitSuggestion(ctx, words(), [{ kind: 'photo', content: aPdf() }])).rejects.toThrow('picture-only');
  });

  test('twice with one plate it is one suggestion; another child who meets the same plate gets a new one', async ({ db }) => {
    const ctx = aChild(db);
    const plate = newPlate();
    const first = await submitSuggestion(ctx, words({ plate }));
    expect(await submitSuggestion(ctx, words({ plate }))).toEqual(first);
    const other = await submitSuggestion(ctx, words({ plate, text: '我想要一个滑梯。' }));
    expect(other.plate).not.toBe(plate);
    expect(await db.$count(suggestions)).toBe(2);
  });

  test('CN-07: nobody without a code or an account speaks as a child', async ({ db }) => {
    await expect(submitSuggestion(ctxOf(db), words())).rejects.toThrow('child-code-needed');
  });

  test('a wrong plate is counted, a ticket ends, and a made-up ticket opens nothing', async ({ db }) => {
    const { ctx, plate } = await aSuggestion(db);
    const stranger = { ...ctxOf(db), address: '203.0.113.9' };
    const wrong = (typed: string, who: Ctx = stranger) => expect(findByPlate(who, typed)).rejects.toThrow('plate-unknown');
    for (let tries = 0; tries < 70; tries += 1) await wrong('风筝·海豚·云朵·27');
    for (let tries = 0; tries < 70; tries += 1) await wrong('风争·海豚·云朵·27');
    const ticket = await findByPlate(stranger, plate);
    for (let number = 28; number < 87; number += 1) await wrong(`风筝·海豚·云朵·${number}`);
    await expect(findByPlate(stranger, plate), 'not even a right one, or the limit would be none').rejects.toMatchObject({ code: 'too-many-guesses', afterSeconds: 3600 });
    const classmate = { ...ctx, address: stranger.address };
    expect(await trackSaid(classmate, await findByPlate(classmate, plateReading(plate))), 'who came in with a code does not wait for others behind the address; the letters open it as well').toMatchObject({ plate });
    for (let number = 2; number < 32; number += 1) await wrong(`彩虹·海豚·云朵·${number}`, classmate);
    await expect(findByPlate(classmate, plate)).rejects.toThrow('too-many-guesses');
    const listener = { ...ctxOf(db), address: '203.0.113.10' };
    for (let number = 11; number < 19; number += 1) await wrong(`shizi songshu xiaoxiang ${number}`, listener);
    await expect(findByPlate(listener, plate), 'letters that may be read as eight plates are eight guesses').rejects.toThrow('too-many-guesses');
    await expect(trackSaid({ ...ctx, now: new Date(today.getTime() + 31 * 60_000) }, ticket)).rejects.toThrow('plate-again');
    await expect(trackSaid(ctx, `${ticket.slice(0, -2)}AA`)).rejects.toThrow('plate-again');
  });

  test('on paper by staff, with a plate for the child; not by neighbours', async ({ db }) => {
    const worker = await aWorker(db);
    const { plate } = await enterOnPaper(worker, binhu, { topic: 'play', text: '想要一个沙坑', layer: 'primary', agreed: 'yes' });
    expect(await trackSaid(worker, await findByPlate(worker, plate))).toMatchObject({ said: { text: '想要一个沙坑' } });
    await expect(enterOnPaper(as(db, 'community-worker', neighbour), binhu, { topic: 'play', text: '想要', layer: 'primary', agreed: 'yes' })).rejects.toThrow('not-allowed');
  });
});

describe('the chain from the word to the deed', () => {
  test('is seen, answered, begun, done with a photograph, rated, and leaves evidence without the child', async ({ db }) => {
    const worker = await aWorker(db);
    const { matterId, plate, ctx } = await aSuggestion(db);
    await seeMatter(worker, binhu, matterId);
    await answerMatter({ ...worker, now: later('2026-09-04') }, binhu, matterId, yes);
    await startWork({ ...worker, now: later('2026-09-10') }, binhu, matterId, { text: '刘警官来量过路口了。', dueOn: null, called: '' });
    await finishWork({ ...worker, now: later('2026-09-18') }, binhu, matterId, { text: '绿灯改成 30 秒了，去走走看。', rung: 5, called: '' }, [{ kind: 'photo', content: await aDrawing('#1b7340') }]);
    const ticket = await findByPlate(ctx, plate);
    const tracked = await trackSaid(ctx, ticket);
    expect(tracked.steps.map(({ kind, called, on }) => [kind, called, on])).toEqual([['received', '', '2026-09-01'], ['seen', '王老师', '2026-09-01'], ['answered', '王老师', '2026-09-04'], ['started', '王老师', '2026-09-10'], ['done', '王老师', '2026-09-18']]);
    expect(tracked.files.filter(({ stepId }) => stepId !== null)).toHaveLength(1);
    const done = tracked.steps.at(-1)!;
    expect(await rateStep(ctx, ticket, { stepId: done.id, understanding: null, better: 'better', more: '' })).toEqual({ reopened: false });
    const { lundy, ratings } = await getMatter(worker, binhu, matterId);
    expect(lundy).toEqual({ space: 'yes', voice: 'yes', audience: 'yes', influence: 'yes' });
    expect(ratings).toMatchObject([{ better: 'better' }]);
    const page = () => rendered(matterPage, worker, `/work/${binhu}/children/suggestions/${matterId}`, { code: binhu, id: matterId }).then(wordsOf);
    expect(await page()).toContain('孩子参与的程度：5 征求意见并告知');
    await db.update(suggestionMatters).set({ rung: 3 }).where(eq(suggestionMatters.id, matterId));
    expect(await page()).toContain('孩子参与的程度：3 摆样子（不算参与）');
    expect(await db.select({ kind: evidence.kind, title: evidence.title }).from(evidence)).toMatchObject([{ kind: 'photo', title: '儿童建议办结：刘警官，2026-09-18' }]);
    expect(await suggestionCounts({ ...worker, now: later('2026-09-21') }, binhu)).toMatchObject({ received: 1, seenInTime: 1, answeredInTime: 1, adopted: 1, promiseDue: 1, kept: 1, keptInTime: 1, done: 1, open: 0, late: 0 });
  });

  test('a child with more to say brings a settled matter back, three times at most; while work goes on the staff are told', async ({ db }) => {
    const worker = await aWorker(db);
    const { matterId, plate, ctx } = await aSuggestion(db);
    const ticket = await findByPlate(ctx, plate);
    for (let times = 1; times <= 4; times += 1) {
      await answerMatter(worker, binhu, matterId, no);
      const answer = (await trackSaid(ctx, ticket)).steps.findLast(({ kind }) => kind === 'answered')!;
      expect(await rateStep(ctx, ticket, { stepId: answer.id, understanding: 'more-to-say', better: null, more: '那边还有一块空地。' })).toEqual({ reopened: times <= 3 });
      expect((await trackSaid(ctx, ticket)).matter.state).toBe(times <= 3 ? 'seen' : 'not-adopted');
    }
    const { ratings } = await getMatter(worker, binhu, matterId);
    expect(ratings[0]).toMatchObject({ more: '那边还有一块空地。' });
    await expect(rateStep(ctx, ticket, { stepId: matterId, understanding: 'understood', better: null, more: '' })).rejects.toThrow('suggestion-not-found');
    await expect(rateStep(ctx, ticket, { stepId: matterId, understanding: null, better: null, more: '' })).rejects.toThrow('rating-empty');
  });

  test('merged duplicates keep every child informed', async ({ db }) => {
    const worker = await aWorker(db);
    const [first, second] = [await aSuggestion(db), await aSuggestion(db, { text: '绿灯太短了，走到一半就变红了。' })];
    expect(await similarMatters(worker, { id: second.matterId, regionCode: binhu, topic: 'way-to-school' }, '绿灯太短了，走到一半就变红了。')).toMatchObject([{ id: first.matterId }]);
    await mergeMatters(worker, binhu, second.matterId, first.matterId);
    await answerMatter(worker, binhu, first.matterId, yes);
    await db.update(suggestions).set({ saidAt: new Date(today.getTime() + 3 * 86_400_000) }).where(eq(suggestions.matterId, first.matterId));
    expect((await trackSaid(second.ctx, await findByPlate(second.ctx, second.plate))).steps.find(({ kind }) => kind === 'received'), 'each was received on their own day').toMatchObject({ on: '2026-09-04' });
    for (const { ctx, plate } of [first, second]) expect((await trackSaid(ctx, await findByPlate(ctx, plate))).steps.some(({ text }) => text === yes.text)).toBe(true);
    expect(await countShows(worker, binhu)).toMatchObject({ open: 1, adopted: 1 });
    await expect(mergeMatters(worker, binhu, first.matterId, first.matterId)).rejects.toThrow('suggestion-same');
    await expect(seeMatter(worker, binhu, second.matterId)).rejects.toThrow('suggestion-not-now');
  });

  test('refuses what cannot follow, a day gone by, and people of other places', async ({ db }) => {
    const worker = await aWorker(db);
    const { matterId } = await aSuggestion(db);
    await expect(startWork(worker, binhu, matterId, { text: '开始做了。', dueOn: null, called: '' })).rejects.toThrow('suggestion-not-now');
    await expect(answerMatter(worker, binhu, matterId, { ...yes, dueOn: '2026-08-31' })).rejects.toThrow('suggestion-day-past');
    await expect(seeMatter(as(db, 'community-worker', neighbour), binhu, matterId)).rejects.toThrow('not-allowed');
    await expect(seeMatter(as(db, 'community-worker', neighbour), neighbour, matterId)).rejects.toThrow('suggestion-not-found');
    await expect(getMatter(as(db, 'programme-officer', '*'), binhu, matterId)).rejects.toThrow('not-allowed');
    await seeMatter(worker, binhu, matterId);
    await expect(seeMatter(worker, binhu, matterId)).rejects.toThrow('suggestion-not-now');
  });
});

describe('what is late', () => {
  test('reaches its place, street and district, then the city, each once, and stands among what is due', async ({ db }) => {
    const worker = await aWorker(db);
    await aRegion(db, baohe, '包河区');
    await aRegion(db, hefei, '合肥市');
    const people = { worker: worker.actor.id, district: 'district', city: 'city' };
    for (const id of [people.district, people.city]) await aUser(db, id);
    await db.insert(roleGrants).values([
      { userId: people.worker, role: 'community-worker', regionCode: binhu, grantedBy: 'test', grantedAt: today },
      { userId: people.district, role: 'government-officer', regionCode: baohe, grantedBy: 'test', grantedAt: today },
      { userId: people.city, role: 'government-officer', regionCode: hefei, grantedBy: 'test', grantedAt: today },
    ]);
    const { matterId } = await aSuggestion(db);
    const told = async () => (await db.select({ userId: messages.userId }).from(messages).where(eq(messages.kind, 'suggestion-late'))).map(({ userId }) => userId).toSorted();
    const run = (day: string) => escalateLate({ ...ctxOf(db, worker.actor, later(day)) });
    expect(await run('2026-09-04')).toBe('0');
    expect([await run('2026-09-07'), await told()]).toEqual(['1', [people.worker]]);
    expect(await run('2026-09-07')).toBe('0');
    expect([await run('2026-09-09'), await told()]).toEqual(['1', [people.district, people.worker, people.worker].toSorted()]);
    expect(await run('2026-09-16')).toBe('1');
    expect(await told()).toContain(people.city);
    expect(await listMatters({ ...worker, now: later('2026-09-16') }, binhu, { show: 'late' })).toMatchObject({ rows: [{ id: matterId, isLate: true, level: 'city' }] });
    expect(await askDue(worker, [suggestionsDue], [binhu])).toEqual([{ regionCode: binhu, kind: 'suggestions-see', dueOn: '2026-09-04', figure: 1, path: 'children/suggestions?show=received' }]);
    expect(await askDue(as(db, 'community-worker', neighbour), [suggestionsDue], [binhu])).toEqual([]);
  });

  test('follows the limits of the nearest region', async ({ db }) => {
    const officer = as(db, 'government-officer', baohe);
    await setClock(officer, baohe, { seenDays: 1, answerDays: 5, streetDays: 2, cityDays: 4 });
    expect(await clockOf(officer, binhu)).toMatchObject({ seenDays: 1, setBy: baohe });
    expect(await clockOf(officer, neighbour)).toMatchObject({ seenDays: 3, setBy: null });
    const { matterId } = await aSuggestion(db);
    expect(await db.select({ on: suggestionMatters.seenDueOn }).from(suggestionMatters).where(eq(suggestionMatters.id, matterId))).toEqual([{ on: '2026-09-02' }]);
    await expect(setClock(as(db, 'community-worker', binhu), binhu, { seenDays: 1, answerDays: 5, streetDays: 2, cityDays: 4 })).rejects.toThrow('not-allowed');
  });
});

describe('taking back', () => {
  test('CN-06: the words, the drawing and what was held are gone, and the matter with them when nothing was promised', async ({ db }) => {
    const worker = await aWorker(db);
    const ctx = aChild(db);
    const said = await submitSuggestion(ctx, words(), [{ kind: 'drawing', content: await aDrawing('#c77700') }]);
    const { matterId } = (await db.select().from(suggestions))[0]!;
    await answerMatter(worker, binhu, matterId, { ...no, text: '你说绿灯太短，我们看过了，这里改不了。' });
    await takeBack(ctx, newTicket(ctx, said));
    expect([await db.$count(suggestions), await db.$count(files), await db.$count(moderationItems, eq(moderationItems.kind, 'suggestion'))]).toEqual([0, 0, 0]);
    expect(await stateOf(db, matterId)).toBe('taken-back');
    expect((await getMatter(worker, binhu, matterId)).steps.every(({ text }) => text === '')).toBe(true);
    await expect(findByPlate(ctx, said.plate)).rejects.toThrow('plate-unknown');
  });

  test('what others said too, or what was promised, goes on', async ({ db }) => {
    const worker = await aWorker(db);
    const [first, second] = [await aSuggestion(db), await aSuggestion(db, { text: '绿灯太短' })];
    await mergeMatters(worker, binhu, second.matterId, first.matterId);
    await takeBack(first.ctx, newTicket(first.ctx, first));
    expect(await stateOf(db, first.matterId)).toBe('received');
    await answerMatter(worker, binhu, first.matterId, yes);
    await takeBack(second.ctx, newTicket(second.ctx, second));
    expect(await stateOf(db, first.matterId)).toBe('adopted');
    expect(await db.$count(suggestionRatings)).toBe(0);
  });

  test('words that protect a child are locked, seen by nobody here and cannot be taken back', async ({ db }) => {
    const worker = await aWorker(db);
    const said = await aSuggestion(db);
    await followModeration(ctxOf(db), { kind: 'suggestion', subjectId: said.id, outcome: 'protected' });
    expect(await followModeration(ctxOf(db), { kind: 'suggestion', subjectId: said.id, outcome: 'protected' })).toBeUndefined();
    expect((await getMatter(worker, binhu, said.matterId)).said).toMatchObject([{ text: '', isLocked: true }]);
    expect((await trackSaid(said.ctx, newTicket(said.ctx, said))).said).toMatchObject({ text: '', isSafe: true });
    await expect(takeBack(said.ctx, newTicket(said.ctx, said))).rejects.toThrow('suggestion-kept-safe');
    await expect(answerMatter(worker, binhu, said.matterId, yes)).rejects.toThrow('suggestion-protected');
    expect((await publicVoices(said.ctx, binhu)).matters).toEqual([]);
  });

  test('words that were locked go when the ground ends; where there was nothing in it the matter is taken up again', async ({ db }) => {
    const worker = await aWorker(db);
    const [gone, back] = [await aSuggestion(db), await aSuggestion(db, { text: '滑梯坏了。' })];
    for (const { id } of [gone, back]) await followModeration(ctxOf(db), { kind: 'suggestion', subjectId: id, outcome: 'protected' });
    expect(await releaseWords(ctxOf(db), { kind: 'suggestion', subjectId: gone.id, outcome: 'dropped' })).toBe('dropped');
    expect(await releaseWords(ctxOf(db), { kind: 'suggestion', subjectId: gone.id, outcome: 'dropped' }), 'once').toBeUndefined();
    expect(await releaseWords(ctxOf(db), { kind: 'suggestion', subjectId: back.id, outcome: 'returned' })).toBe('returned');
    expect(await db.select({ id: suggestions.id, lockedAt: suggestions.lockedAt }).from(suggestions)).toEqual([{ id: back.id, lockedAt: null }]);
    expect((await getMatter(worker, binhu, back.matterId)).matter.state).toBe('received');
  });

  test('a child who is erased leaves no words; of locked ones only the link goes', async ({ db }) => {
    const childId = '0199a000-0000-7000-8000-0000000000a1';
    const rows = [await aSuggestion(db), await aSuggestion(db, { text: '滑梯坏了。' })];
    await db.update(suggestions).set({ childId });
    await db.update(suggestions).set({ lockedAt: today }).where(eq(suggestions.id, rows[0]!.id));
    expect(await listOwn(aChild(db, { childId, codeId: null }))).toHaveLength(2);
    expect(await forgetChild(ctxOf(db), childId)).toBe('2');
    expect(await db.select({ id: suggestions.id, childId: suggestions.childId }).from(suggestions)).toEqual([{ id: rows[0]!.id, childId: null }]);
  });
});

describe('in public', () => {
  test('only approved words are shown, and how many said it only from five on', async ({ db }) => {
    const worker = await aWorker(db);
    const all = [];
    for (let at = 0; at < 5; at += 1) all.push(await aSuggestion(db, { text: `绿灯太短了，第${at}个人说。` }));
    for (const { matterId } of all.slice(1)) await mergeMatters(worker, binhu, matterId, all[0]!.matterId);
    await db.update(moderationItems).set({ state: 'approved' }).where(eq(moderationItems.subjectId, all[0]!.id));
    await answerMatter(worker, binhu, all[0]!.matterId, yes);
    expect(await publicVoices(ctxOf(db), binhu)).toMatchObject({ matters: [{ answer: null }] });
    await db.update(moderationItems).set({ state: 'approved' }).where(eq(moderationItems.kind, 'answer'));
    expect((await getMatter(worker, binhu, all[0]!.matterId)).said.map(({ review }) => review)).toEqual(['approved', 'waiting', 'waiting', 'waiting', 'waiting']);
    const { matters } = await publicVoices(ctxOf(db), binhu);
    expect(matters[0]!.answer).toBe(yes.text);
    expect(matters).toMatchObject([{ text: '绿灯太短了，第0个人说。', many: 5 }]);
    expect(JSON.stringify(matters)).not.toContain('第1个人');
  });
});
