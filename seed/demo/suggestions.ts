import sharp from 'sharp';
import { approveItem } from '#app/domain/children/moderation/approve.ts';
import { settleFaces } from '#app/domain/children/moderation/faces.ts';
import { listQueue } from '#app/domain/children/moderation/read.ts';
import { answerMatter } from '#app/domain/children/suggestions/answer-matter.ts';
import type { Upload } from '#app/domain/children/suggestions/attachments.ts';
import { enterOnPaper } from '#app/domain/children/suggestions/enter-on-paper.ts';
import { escalateLate } from '#app/domain/children/suggestions/escalate.ts';
import { finishWork } from '#app/domain/children/suggestions/finish-work.ts';
import { mergeMatters } from '#app/domain/children/suggestions/merge-matters.ts';
import type { Picture, Reason, Topic } from '#app/domain/children/suggestions/model.ts';
import { newTicket } from '#app/domain/children/suggestions/plate.ts';
import { rateStep } from '#app/domain/children/suggestions/rate-step.ts';
import { listMatters } from '#app/domain/children/suggestions/read.ts';
import { getMatter } from '#app/domain/children/suggestions/read-matter.ts';
import { seeMatter } from '#app/domain/children/suggestions/see-matter.ts';
import { startWork } from '#app/domain/children/suggestions/start-work.ts';
import { submitSuggestion } from '#app/domain/children/suggestions/submit-suggestion.ts';
import { trackSaid } from '#app/domain/children/suggestions/track.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { by, dayOf, type Stage } from './stage.ts';

const binhu = '340111400';

/** 演示用的小牌子, so that whoever looks at the demonstration can follow a word to its end. */
export const demoPlate = '风筝·海豚·云朵·27';

const scene = (inside: string) => sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="420"><rect width="640" height="420" fill="#fff"/><g fill="none" stroke="#182b27" stroke-width="9" stroke-linecap="round" stroke-linejoin="round">${inside}</g></svg>`)).png().toBuffer();

/** 孩子的画: a crossing, a lamp that is too quick, somebody with a stick; drawn by a few lines, of nobody. */
const crossing = () => scene('<path d="M70 380 L240 60 M570 380 L400 60 M210 340 h220 M230 290 h180 M250 240 h140" /><circle cx="540" cy="90" r="34" stroke="#1b7340"/><circle cx="540" cy="180" r="34" stroke="#b3261e"/><path d="M540 214 v120"/><circle cx="300" cy="180" r="24" stroke="#c77700"/><path d="M300 204 v70 m0 0 l-24 50 m24 -50 l24 50 m-24 -90 l44 30 v60" stroke="#c77700"/>');
export const mended = (n: number) => scene(`<path d="M40 360 h560" stroke="#5aa48f"/><path d="M${120 + n * 30} 360 v-180 h150 v180" stroke="#1f5c94"/><circle cx="${500 - n * 20}" cy="100" r="46" stroke="#c77700"/><path d="m250 150 40 40 90 -100" stroke="#1b7340" stroke-width="16"/>`);

type Line = {
  day: number; topic: Topic; text: string; pictures?: Picture[]; plate?: string; isNine?: true;
  seen?: number; answered?: { day: number; outcome: 'adopted' | 'partly' | 'not-adopted'; reason: Reason; text: string; owner?: string; due?: number };
  started?: { day: number; text: string }; done?: { day: number; text: string; rung: number };
};

const lines: readonly Line[] = [
  { day: -52, topic: 'way-to-school', text: '路口的绿灯太短了，奶奶走到一半就变红了。', plate: demoPlate, seen: -51, answered: { day: -49, outcome: 'adopted', reason: 'can-do', text: '你说得对。绿灯只有 18 秒。奶奶慢慢走要 26 秒。我们请交警改成 30 秒。', owner: '刘警官', due: -30 }, started: { day: -44, text: '刘警官来量过路口了。' }, done: { day: -31, text: '绿灯改成 30 秒了。和奶奶去走走看。', rung: 5 } },
  { day: -70, topic: 'play', text: '滑梯下面太硬，摔了很疼。', seen: -69, answered: { day: -66, outcome: 'adopted', reason: 'can-do', text: '你说得对。我们铺软垫。', owner: '物业的张师傅', due: -50 }, done: { day: -52, text: '软垫铺好了，可以去玩了。', rung: 4 } },
  { day: -66, topic: 'learning', text: '图书角放学就关门了，能不能晚一点关？', seen: -65, answered: { day: -60, outcome: 'adopted', reason: 'can-do', text: '可以。以后开到晚上七点。', owner: '图书角的许老师', due: -42 }, done: { day: -45, text: '现在开到七点了，门口有新的牌子。', rung: 6 } },
  { day: -60, topic: 'lamps', text: '二号门那盏路灯不亮，晚上很黑。', pictures: ['dark', 'scary'], seen: -59, answered: { day: -58, outcome: 'adopted', reason: 'can-do', text: '谢谢你告诉我们。灯坏了，马上修。', owner: '物业的张师傅', due: -48 }, done: { day: -53, text: '灯修好了，晚上亮了。', rung: 4 } },
  { day: -58, topic: 'downstairs', text: '楼下的狗不拴绳，我不敢出去。', seen: -56, answered: { day: -50, outcome: 'partly', reason: 'part-can', text: '我们先在门口写清楚，再每天去看。', owner: '社区的方老师', due: -28 }, done: { day: -20, text: '牌子立好了，叔叔每天傍晚去看。', rung: 4 } },
  { day: -46, topic: 'green', text: '操场边上没有树，太晒了。', seen: -44, answered: { day: -38, outcome: 'adopted', reason: 'can-do', text: '我们去种六棵树，你们来选地方。', owner: '园林队的陈师傅', due: -6 }, started: { day: -25, text: '树苗订好了，等天凉种。' } },
  { day: -40, topic: 'play', text: '想晚上也能打篮球，装大灯好不好？', seen: -39, answered: { day: -34, outcome: 'not-adopted', reason: 'others-need', text: '晚上楼里有小宝宝睡觉，灯太亮会吵到。我们把下午的时间多留一点。' } },
  { day: -24, topic: 'play', isNine: true, text: '小的小朋友没有秋千，只能看着。', seen: -23, answered: { day: -18, outcome: 'adopted', reason: 'can-do', text: '好主意。我们装一个小秋千，先量地方。', owner: '物业的张师傅', due: 20 }, started: { day: -9, text: '地方量好了，下个月来装。' } },
  { day: -17, topic: 'grown-ups', isNine: true, text: '大人开会能不能也问问我们？', seen: -16 },
  { day: -13, topic: 'way-to-school', text: '学校门口车太多，走路要绕来绕去。' },
  { day: -1, topic: 'other', text: '', pictures: ['wish', 'nice'] },
];

function aChild(stage: Stage, day: number, childId: string | null = null): Ctx {
  return { ...by(stage, 'visitor', { day, at: '16:20' }), child: { childId, codeId: null, regionCode: binhu, layer: 'primary' } };
}

/** 孩子的建议: about a dozen in every state: one late, one merged pair, one done that the child rates, one from paper; words and figures are invented. */
export async function hearChildren(stage: Stage, nine: string): Promise<void> {
  const matters: string[] = [];
  for (const [at, line] of lines.entries()) matters.push(await tell(stage, line, at, line.isNine ? nine : null));
  const again = await tell(stage, { day: -59, topic: 'lamps', text: '二号门的路灯坏了，我下课回家看不见路。' }, 11, null);
  await mergeMatters(by(stage, 'binhu-worker', { day: -58, at: '09:00' }), binhu, again, matters[3]!);
  await enterOnPaper(by(stage, 'binhu-worker', { day: -3 }), binhu, { topic: 'play', text: '我想要一个可以挖沙子的地方。', layer: 'with-grown-up', agreed: 'yes' });
  await approveWords(stage);
  for (const day of [-9, -1]) await escalateLate(by(stage, 'system', { day, at: '08:20' }));
}

/** One word and what became of it so far. */
async function tell(stage: Stage, line: Line, at: number, child: string | null): Promise<string> {
  const uploads: Upload[] = at === 0 ? [{ kind: 'drawing', content: await crossing() }] : [];
  const ctx = aChild(stage, line.day, child);
  const said = await submitSuggestion(ctx, { topic: line.topic, text: line.text, pictures: line.pictures ?? [], plate: line.plate ?? '' }, uploads);
  const worker = (day: number) => by(stage, 'binhu-worker', { day, at: '10:40' });
  const found = await listMatters(worker(line.day), binhu, { show: 'received' });
  const id = found.rows.filter(({ text }) => (text ?? '') === line.text).at(0)!.id;
  if (line.seen) await seeMatter(worker(line.seen), binhu, id);
  if (line.answered) {
    const { day, outcome, reason, text, owner = '', due } = line.answered;
    await answerMatter(worker(day), binhu, id, { outcome, reason, text, owner, dueOn: due === undefined ? null : dayOf(stage, due), called: '' });
  }
  if (line.started) await startWork(worker(line.started.day), binhu, id, { text: line.started.text, dueOn: null, called: '' });
  if (line.done) await finishWork(worker(line.done.day), binhu, id, { text: line.done.text, rung: line.done.rung, called: '' }, [{ kind: 'photo', content: await mended(at) }]);
  if (at === 0 || line.answered?.outcome === 'not-adopted') await rate(aChild(stage, (line.done ?? line.answered)!.day + 1, child), newTicket(aChild(stage, (line.done ?? line.answered)!.day + 1), said));
  return id;
}

async function rate(ctx: Ctx, ticket: string): Promise<void> {
  const step = (await trackSaid(ctx, ticket)).steps.findLast(({ kind }) => kind === 'answered' || kind === 'done')!;
  await rateStep(ctx, ticket, { stepId: step.id, understanding: step.kind === 'done' ? null : 'understood', better: step.kind === 'done' ? 'better' : null, more: '' });
}

/** 审核通过: what is settled or under way has been read by somebody; what is new still waits. */
async function approveWords(stage: Stage): Promise<void> {
  const reader = by(stage, 'binhu', { day: -1, at: '14:00' });
  const files = await filesOfAll(reader);
  for (const { id, subjectId } of await listQueue(reader, binhu)) {
    if (!files.has(subjectId)) continue;
    for (const fileId of files.get(subjectId)!) await settleFaces(reader, { regionCode: binhu, id }, fileId, 'none');
    await approveItem(reader, { regionCode: binhu, id }, { labels: [], looked: 'no' });
  }
}

/** The words and steps that are not new, each with its pictures. */
async function filesOfAll(ctx: Ctx): Promise<Map<string, string[]>> {
  const all = new Map<string, string[]>();
  for (const show of ['seen', 'adopted', 'settled'] as const) {
    for (const { id, regionCode } of (await listMatters(ctx, binhu, { show })).rows) {
      const { said, steps, files } = await getMatter(ctx, regionCode, id);
      for (const one of [...said, ...steps]) all.set(one.id, files.filter(({ suggestionId, stepId }) => one.id === (suggestionId ?? stepId)).map(({ fileId }) => fileId));
    }
  }
  return all;
}
