import { and, eq, inArray } from 'drizzle-orm';
import { addPaperVotes, castBallot, openBallot } from '#app/domain/children/councils/ballot.ts';
import { addToAgenda, callSession } from '#app/domain/children/councils/call-session.ts';
import { countBallot } from '#app/domain/children/councils/count-ballot.ts';
import { chooseChair, seatDelegate } from '#app/domain/children/councils/delegate.ts';
import { foundCouncil } from '#app/domain/children/councils/found-council.ts';
import { answerMotion, handUp, sendMotion } from '#app/domain/children/councils/letters.ts';
import { writeMinutes } from '#app/domain/children/councils/minutes.ts';
import { type Charter, firstCharter, type SeatKind } from '#app/domain/children/councils/model.ts';
import { nominateOnPaper, nominateSelf } from '#app/domain/children/councils/nominate.ts';
import { openTerm } from '#app/domain/children/councils/open-term.ts';
import { putMotion, putMotionOnPaper, secondOnPaper } from '#app/domain/children/councils/put-motion.ts';
import { followMatter } from '#app/domain/children/councils/follow-matter.ts';
import { councilDesk, motionDesk } from '#app/domain/children/councils/read.ts';
import { beginSession, endSession, goToItem, noteItem, tickAttendance } from '#app/domain/children/councils/run-session.ts';
import { addSupporter } from '#app/domain/children/councils/supporters.ts';
import { closeVote } from '#app/domain/children/councils/vote-on-motion.ts';
import { endRound } from '#app/domain/children/observers/end-round.ts';
import { noteToMatter } from '#app/domain/children/observers/note-to-matter.ts';
import { planRound } from '#app/domain/children/observers/plan-round.ts';
import { roundDesk } from '#app/domain/children/observers/read.ts';
import { signUp, signUpOnPaper } from '#app/domain/children/observers/sign-up.ts';
import { writeNoteOnPaper } from '#app/domain/children/observers/write-note.ts';
import { approveItem } from '#app/domain/children/moderation/approve.ts';
import { settleFaces } from '#app/domain/children/moderation/faces.ts';
import { getItem, listQueue } from '#app/domain/children/moderation/read.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { answerMatter } from '#app/domain/children/suggestions/answer-matter.ts';
import { finishWork } from '#app/domain/children/suggestions/finish-work.ts';
import { startWork } from '#app/domain/children/suggestions/start-work.ts';
import { storyOfMatter } from '#app/domain/children/suggestions/story-of-matter.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { startOfBeijingDay } from '#app/platform/dates.ts';
import { mended } from './suggestions.ts';
import { by, dayOf, type Moment, type Stage } from './stage.ts';

const binhu = '340111400';
const guanhu = '340111400006';
const rules = '一、每季度开会一次，到场委员达到法定人数才能表决。\n二、每人发言不超过三分钟，一次说一件事，不打断别人。\n三、议案要有其他委员附议，先讨论，后表决。\n四、通过的议案由社区发函给责任单位，答复在会上或书面告诉委员。（示例）';
const childRules = ['想说的都可以说。', '别人说话时，我们先听。', '一人一票，选谁都不用告诉别人。', '大人要在说好的日子前回答。'];

/** 儿童议事会: one that has met, with motions in different states and a session to come; one below it that sends a delegate and a motion up; a walk done and one to come. */
export async function holdCouncils(stage: Stage, nine: string): Promise<void> {
  const worker = (day: number, at: Moment['at'] = '10:00') => by(stage, 'binhu-worker', { day, at });
  const child = (day: number): Ctx => ({ ...by(stage, 'visitor', { day, at: '17:00' }), child: { childId: nine, codeId: null, regionCode: binhu, layer: 'primary' } });

  const small = await sittingCouncil(stage, guanhu, { name: '观湖社区儿童议事会（示例）', day: -130, named: 6, seats: 5, quotas: { school: 2, community: 2, self: 1 }, chairBy: 'rotation' });
  const [below] = await sessionOf(stage, small, -30, [{ title: '小区到公园的路口画斑马线', text: '车开得快，我们不敢过。', notes: '孩子们说早上和放学时最怕。路归市政管，社区自己做不了。', votes: [5, 0, 0] }]);

  const council = await sittingCouncil(stage, binhu, { name: '滨湖世纪社区儿童议事会（示例）', day: -36, named: 8, seats: 10, quotas: { school: 4, community: 4, self: 2 }, chairBy: 'ballot', layerSeats: { teen: 2 }, own: child(-34) });
  await chooseChair(worker(-30), council.members[0]!.id);
  await seatDelegate(worker(-29), council.id, small.members[0]!.id);
  const [lamp, swing] = await sessionOf(stage, council, -20, [
    { title: '放学路口装一盏灯', text: '天黑得早，过马路看不清。', notes: '三名委员说傍晚看不清斑马线。有人问会不会照到楼上，建议用向下的灯。', votes: [7, 0, 1] },
    { title: '小广场多一个秋千', text: '只有两个秋千，排队太长。', notes: '有人担心地方不够，大家同意先请物业量一量。', votes: [5, 2, 1] },
    { title: '午休时间不放音乐', text: '中午睡不着，下午上课困。', notes: '有人觉得音乐声不大。表决没有通过，可以再提。', votes: [3, 4, 1] },
  ], { minutes: '第一次会议讨论了三条议案：路口照明、秋千、午休时间的音乐。前两条表决通过，第三条未通过。责任单位将在期限内答复，下次会议先听答复。（示例）', childMinutes: '我们一起开了第一次会。\n大家说了三件事。\n路灯和秋千通过了。\n午休的音乐，这次没通过。\n大人会来回答我们。' });
  await sendMotion(worker(-19), lamp!, { body: '滨湖街道城市建设办公室（示例）', bodyContact: '' });
  await sendMotion(worker(-19), swing!, { body: '世纪社区物业服务中心（示例）', bodyContact: '' });
  await answerMotion(by(stage, 'binhu', { day: -5 }), lamp!, {
    verdict: 'yes', answer: '已纳入本月路灯维护计划，由街道城市建设办公室负责，采用向下照明的灯具，月底前装好。（示例）', childAnswer: '月底前装好灯。\n灯往下照，不会照到楼上。', answeredBy: '街道城市建设办公室（示例）',
  });
  await buildLamp(stage, lamp!);
  await handUp(worker(-18), below!);
  await read(stage, -17);

  await putMotion(child(-4), council.id, { title: '图书角放高一点的桌子', text: '我们写字要弯着腰。' });
  await read(stage, -3);
  const sessionId = await callSession(worker(-3), council.id, { startsAt: at(stage, 6, '15:00'), place: '社区儿童之家（示例）' });
  await addToAgenda(worker(-3), sessionId, { title: '听大人的答复', minutes: 15 });
  const desk = await councilDesk(worker(-3), binhu);
  const fromBelow = desk.council ? desk.motions.find(({ motion }) => motion.fromMotionId === below)?.motion : undefined;
  if (fromBelow) await addToAgenda(worker(-3), sessionId, { title: '', minutes: 20, motionId: fromBelow.id });
  await walks(stage, child);
}

/** The lamp that the children voted for: promised, begun, done with a photograph, and read by the officer. */
async function buildLamp(stage: Stage, motionId: string): Promise<void> {
  const worker = (day: number) => by(stage, 'binhu-worker', { day, at: '16:00' });
  const { matter } = await motionDesk(worker(-5), motionId);
  await answerMatter(worker(-5), binhu, matter!.id, { outcome: 'adopted', reason: 'can-do', text: '月底前装好灯，街道来做。', owner: '街道城市建设办公室（示例）', dueOn: dayOf(stage, 8), called: '' });
  await startWork(worker(-4), binhu, matter!.id, { text: '工人叔叔今天来量地方了。', dueOn: null, called: '' });
  await finishWork(worker(-2), binhu, matter!.id, { text: '灯装好了，晚上去看看吧。', rung: 6, called: '' }, [{ kind: 'photo', content: await mended(4) }]);
  const reader = by(stage, 'binhu', { day: -1, at: '10:00' });
  for (const { id: stepId, kind } of (await storyOfMatter(reader, countyCode(binhu), matter!.id))!.steps) {
    const item = (await listQueue(reader, binhu)).find(({ subjectId }) => subjectId === stepId);
    if (!item) continue;
    const { files } = await getItem(reader, { regionCode: binhu, id: item.id });
    if (kind === 'done') for (const { fileId } of files) await settleFaces(reader, { regionCode: binhu, id: item.id }, fileId, 'none');
    await approveItem(reader, { regionCode: binhu, id: item.id }, { labels: [], looked: 'no' });
  }
  await followMatter(reader, matter!.id);
}

const at = (stage: Stage, day: number, time: '15:00' | '10:00') => new Date(startOfBeijingDay(dayOf(stage, day)).getTime() + Number(time.slice(0, 2)) * 3_600_000);

/** Everything of councils that waits is read by the officer. */
async function read(stage: Stage, day: number): Promise<void> {
  const waiting = await stage.db.select({ id: moderationItems.id, regionCode: moderationItems.regionCode }).from(moderationItems)
    .where(and(eq(moderationItems.state, 'waiting'), inArray(moderationItems.kind, ['motion', 'minutes', 'round'])));
  const reader = by(stage, 'binhu', { day, at: '18:00' });
  for (const item of waiting) {
    for (const { fileId } of (await getItem(reader, item)).files) await settleFaces(reader, item, fileId, 'none');
    await approveItem(reader, item, { labels: [], looked: 'yes' });
  }
}

type Made = { id: string; regionCode: string; supporterId: string; members: { id: string }[] };
type Plan = Pick<Charter, 'seats' | 'quotas' | 'chairBy'> & { name: string; day: number; named: number; layerSeats?: Charter['layerSeats']; own?: Ctx };
const nicknames = ['小风车', '豚豚', '鹿角', '亮晶晶', '豆豆', '小水手', '蒲公英', '小石头', '棉花糖', '小海螺', '萤火虫'];
const kinds: SeatKind[] = ['school', 'community', 'self', 'school', 'community', 'school', 'community', 'school', 'school', 'community', 'school'];

async function sittingCouncil(stage: Stage, regionCode: string, { name, day, named, own, ...some }: Plan): Promise<Made> {
  const worker = (on: number) => by(stage, 'binhu-worker', { day: on, at: '11:00' });
  const id = await foundCouncil(worker(day), regionCode, { name, charter: { ...firstCharter, ...some, aim: '让每个孩子的话有人听、有人答、有着落。（示例）', rules, childRules } });
  const supporterId = await addSupporter(worker(day), id, { name: '陈予安（示例）', duty: '驻点社工', checkedOn: dayOf(stage, Math.min(-120, day - 10)) });
  const termId = await openTerm(worker(day), id, dayOf(stage, day + 3));
  const candidates: string[] = [];
  for (let turn = 0; turn < named; turn += 1) {
    candidates.push(await nominateOnPaper(worker(day + 1), termId, {
      nickname: nicknames[turn]!, layer: turn % 4 === 3 ? 'teen' : 'primary', seatKind: kinds[turn]!, statement: turn % 3 === 0 ? '我想为大家找更多玩的地方。' : '', namedBy: kinds[turn] === 'school' ? '示例小学' : '', assentOn: dayOf(stage, day), consentOn: dayOf(stage, day), isShown: turn % 2 === 0,
    }));
  }
  if (own) candidates.push(await nominateSelf(own, termId, { nickname: '小雨点', statement: '我想让放学的路亮起来。', isShown: false }));
  await read(stage, day + 2);
  await openBallot(worker(day + 3), termId);
  await addPaperVotes(worker(day + 4), termId, { papers: 86, votes: Object.fromEntries(candidates.map((one, turn) => [one, 20 + ((turn * 13) % 41)])), tellers: '陈予安、贺知微（示例）' });
  if (own) await castBallot({ ...own, now: worker(day + 4).now }, termId, candidates.slice(-2));
  await countBallot(worker(day + 5), termId);
  const desk = await councilDesk(worker(day + 5), regionCode);
  return { id, regionCode, supporterId, members: desk.council ? desk.members : [] };
}

type Said = { title: string; text: string; notes: string; votes: [number, number, number] };

/** A session from the call to its minutes; gives the motions in their order. */
async function sessionOf(stage: Stage, { id, supporterId, members }: Made, day: number, said: readonly Said[], written?: { minutes: string; childMinutes: string }): Promise<string[]> {
  const worker = (on: number, time: Moment['at'] = '15:00') => by(stage, 'binhu-worker', { day: on, at: time });
  const motions: string[] = [];
  for (const [turn, { title, text }] of said.entries()) motions.push(await putMotionOnPaper(worker(day - 2), members[turn]!.id, { title, text }));
  await read(stage, day - 2);
  for (const [turn, motion] of motions.entries()) await secondOnPaper(worker(day - 1), motion, members[turn + 1]!.id);
  const sessionId = await callSession(worker(day - 1), id, { startsAt: at(stage, day, '15:00'), place: '社区儿童之家（示例）' });
  const items: string[] = [];
  for (const motionId of motions) items.push(await addToAgenda(worker(day - 1), sessionId, { title: '', minutes: 15, motionId }));
  const there = members.slice(0, Math.max(5, members.length - 1));
  await tickAttendance(worker(day), sessionId, { members: there.map((one) => one.id), supporters: [supporterId] });
  await beginSession(worker(day), sessionId);
  for (const [turn, { notes, votes: [inFavour, against, abstaining] }] of said.entries()) {
    await goToItem(worker(day, '15:20'), sessionId, items[turn]!);
    await noteItem(worker(day, '15:25'), sessionId, items[turn]!, notes);
    await closeVote(worker(day, '15:30'), motions[turn]!, { inFavour, against, abstaining });
  }
  await endSession(worker(day, '16:30'), sessionId);
  if (written) await writeMinutes(worker(day + 1), sessionId, written);
  return motions;
}

async function walks(stage: Stage, child: (day: number) => Ctx): Promise<void> {
  const worker = (day: number, time: Moment['at'] = '10:00') => by(stage, 'binhu-worker', { day, at: time });
  const checked = { supporter: '陈予安（示例）', checkedOn: dayOf(stage, -120) };
  const done = await planRound(worker(-25), binhu, { title: '放学路走一走', about: '看路口、路灯和人行道。', startsAt: at(stage, -12, '15:00'), place: '示例小学东门', seats: 8, ...checked });
  for (const nickname of nicknames.slice(0, 6)) await signUpOnPaper(worker(-20), done, { nickname, consentOn: dayOf(stage, -21) });
  await writeNoteOnPaper(worker(-12, '16:30'), done, { text: '斑马线快看不见了，车没有停下来等我们。', photos: [] });
  await writeNoteOnPaper(worker(-12, '16:40'), done, { text: '便利店门口的台阶对坐轮椅的小朋友太高。', photos: [{ kind: 'photo', content: await mended(2) }] });
  await read(stage, -11);
  const { signUps, notes } = await roundDesk(worker(-11), done);
  await noteToMatter(worker(-11), done, notes[0]!.note.id);
  await endRound(worker(-11), done, { there: signUps.map((one) => one.id), summary: '我们看了两处，都记下来了。' });
  const coming = await planRound(worker(-6), binhu, { title: '去看看小公园', about: '看秋千、厕所和喝水的地方。', startsAt: at(stage, 5, '10:00'), place: '滨湖小公园南门（示例）', seats: 10, ...checked });
  for (const nickname of nicknames.slice(0, 6)) await signUpOnPaper(worker(-2), coming, { nickname, consentOn: dayOf(stage, -3) });
  await signUp(child(-2), coming, '小雨点');
}
