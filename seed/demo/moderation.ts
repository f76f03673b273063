import sharp from 'sharp';
import { approveItem } from '#app/domain/children/moderation/approve.ts';
import { complain } from '#app/domain/children/moderation/complain.ts';
import { editText } from '#app/domain/children/moderation/edit-text.ts';
import { escalateItem, keepBack, rejectItem } from '#app/domain/children/moderation/keep-back.ts';
import { listQueue } from '#app/domain/children/moderation/read.ts';
import { suspectHarm } from '#app/domain/children/moderation/suspect-harm.ts';
import { takeReport } from '#app/domain/children/protection/answer-report.ts';
import { nameDuty } from '#app/domain/children/protection/duty.ts';
import { type Said, submitSuggestion } from '#app/domain/children/suggestions/submit-suggestion.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { by, type Moment, type Stage } from './stage.ts';

const binhu = '340111400';
const plain = { labels: [], looked: 'no' as const };

/** 一个孩子 with the code of the community, without any identity. */
function aChild(stage: Stage, moment: Moment): Ctx {
  return { ...by(stage, 'visitor', moment), child: { childId: null, codeId: null, regionCode: binhu, layer: 'primary' } };
}

/** 示例合影: three round faces in front of a slide; nobody. */
function drawnFaces(): Promise<Buffer> {
  const face = (x: number, y: number) => `<circle cx="${x}" cy="${y}" r="46" fill="#f2d2b6"/><circle cx="${x - 15}" cy="${y - 8}" r="5"/><circle cx="${x + 15}" cy="${y - 8}" r="5"/><path d="M${x - 18} ${y + 14} q18 16 36 0" fill="none" stroke="#182b27" stroke-width="4"/><rect x="${x - 50}" y="${y + 46}" width="100" height="120" rx="30" fill="#5aa48f"/>`;
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#eef5f8"/><path d="M380 380 L560 140 h40 v240" fill="none" stroke="#c77700" stroke-width="12"/>${face(140, 220)}${face(270, 250)}${face(400, 230)}</svg>`)).png().toBuffer();
}

/** The item that holds what was just said. */
async function itemOf(stage: Stage, { id }: Said, day: number) {
  const queue = await listQueue(by(stage, 'binhu-worker', { day }), binhu);
  return { regionCode: binhu, id: queue.find((item) => item.subjectId === id)!.id };
}

/** 审核示例: what children of Binhu sent, in every state; the words, the report and the number are invented. */
export async function moderate(stage: Stage): Promise<void> {
  await nameDuty(by(stage, 'binhu', { day: -60 }), binhu, 'binhu-worker');
  const says = async (day: number, topic: 'play' | 'learning' | 'green' | 'downstairs' | 'grown-ups' | 'other', text: string, uploads: { kind: 'photo'; content: Buffer }[] = []) =>
    itemOf(stage, await submitSuggestion(aChild(stage, { day }), { topic, text, pictures: [], plate: '' }, uploads), day);
  const worker = (day: number) => by(stage, 'binhu-worker', { day, at: '15:00' });

  await approveItem(worker(-8), await says(-9, 'green', '想在小花园种向日葵，我们自己浇水。'), plain);
  await editText(worker(-4), await says(-5, 'learning', '想有一个能安静写作业的地方。我叫张小舟，在滨湖小学上四年级。'), { texts: [{ field: 'text', text: '想有一个能安静写作业的地方。' }], labels: [] });
  await rejectItem(worker(-4), await says(-5, 'other', '三楼那个人是个大笨蛋，大家都不要理他。'), { reason: 'hurts-somebody', note: '', labels: [] });
  await keepBack(worker(-3), await says(-4, 'downstairs', '楼下有人在卖卡，要一百块钱一张。'), '先问物业是哪一家，再看怎么答复。');
  await escalateItem(worker(-3), await says(-4, 'other', '有人在群里发博彩，还叫我们开户送彩金。'), { authority: 'police', number: '示例 2026-001', note: '已打电话报告。' });
  const harmed = await says(-2, 'other', '他说不许告诉别人。我很害怕。');
  const reportId = await suspectHarm(worker(-2), harmed, '孩子写到被人要求保密，并且害怕。没有写是谁。（示例）');
  await takeReport(by(stage, 'binhu', { day: -2, at: '15:20' }), { regionCode: binhu, id: reportId });

  await says(-1, 'play', '滑梯的梯子松了，可以打我妈妈电话 138 0000 0000。');
  await says(-1, 'play', '这是我们在滑梯前面照的。滑梯晒得烫，能不能加个棚子？', [{ kind: 'photo', content: await drawnFaces() }]);
  await complain(aChild(stage, { day: -1, at: '16:00' }), { what: 'mean', words: '有人在留言里说我是胖子。', page: '/child/know' });
}
