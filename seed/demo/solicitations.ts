import { eq } from 'drizzle-orm';
import { approveItem } from '#app/domain/children/moderation/approve.ts';
import { settleFaces } from '#app/domain/children/moderation/faces.ts';
import { moderationFiles, moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { chooseWorks } from '#app/domain/children/solicitations/choose.ts';
import { decidePrizes } from '#app/domain/children/solicitations/decide.ts';
import { enterPaperWork, handInWork } from '#app/domain/children/solicitations/hand-in.ts';
import { declareConflicts, inviteJuror, markWork } from '#app/domain/children/solicitations/jury.ts';
import { licenseWork } from '#app/domain/children/solicitations/licence.ts';
import { publishSolicitation, startSolicitation } from '#app/domain/children/solicitations/write-solicitation.ts';
import { solicitationsWords } from '#app/i18n/solicitations.ts';
import type { Ctx, Layer } from '#app/platform/ctx.ts';
import { binhu } from './places.ts';
import { by, dayOf, type Moment, type Stage } from './stage.ts';
import { drawnWork } from './works.ts';

const licence = `${solicitationsWords['zh-CN'].form.licenceText}（示例）`;
const layers: Layer[] = ['primary', 'teen'];

/** Somebody of a class of Binhu, known to nobody. */
function pupil(stage: Stage, moment: Moment, layer: Layer = 'primary'): Ctx {
  return { ...by(stage, 'visitor', moment), child: { childId: null, codeId: '00000000-0000-7000-8000-0000000000c1', regionCode: binhu, layer } };
}

/** 征集: one drawing that is decided and on show, one song that still takes words. All invented. */
export async function solicit(stage: Stage): Promise<void> {
  await drawnMark(stage);
  await song(stage);
}

async function drawnMark(stage: Stage): Promise<void> {
  const id = await startSolicitation(by(stage, 'binhu-worker', { day: -62 }), binhu, {
    kind: 'logo', title: '给我们的议事会画一个标志', childRules: '给议事会画一个标志。\n画在纸上，拍照交来。\n大人先看，大家再选。', rules: '本社区 7–18 岁儿童均可参加。由评委和孩子们分别看，街道定奖项；作品随时可以收回。（示例）', licence, layers, opensOn: dayOf(stage, -60),
    closesOn: dayOf(stage, -40), chooseUntil: dayOf(stage, -34), showUntil: dayOf(stage, 300), prizes: [{ name: '创意奖', places: 2 }, { name: '用心奖', places: 2 }],
  });
  await publishSolicitation(by(stage, 'binhu', { day: -61 }), id);
  const names: [title: string, penName: string, layer: Layer][] = [['大树下说话', '小叶子', 'primary'], ['我们的屋子', '', 'primary'], ['彩虹会议', '七色', 'primary'], ['飞起来的主意', '风筝', 'teen'], ['一个小舞台', '阿木', 'teen'], ['会说话的鱼', '泡泡', 'primary']];
  const works: string[] = [];
  for (const [at, [title, penName, layer]] of names.entries()) {
    const work = at === 1
      ? await enterPaperWork(by(stage, 'binhu-worker', { day: -45, at: '15:10' }), id, { title, penName, text: '', plate: '', layer }, await drawnWork(at))
      : await handInWork(pupil(stage, { day: -58 + at * 2, at: '16:20' }, layer), id, { title, penName, text: '', plate: '' }, await drawnWork(at));
    works.push(work.id);
  }
  for (const [at, workId] of works.entries()) {
    await read(stage, workId, { day: -41, at: '10:00' });
    if (at < 5) await licenseWork(by(stage, 'binhu-worker', { day: -41, at: '16:30' }), id, workId);
  }
  for (const chosen of [[0, 2], [0, 3], [2, 4, 0], [3], [0]]) await chooseWorks(pupil(stage, { day: -37 }), id, chosen.map((at) => works[at]!));
  const codes = [await inviteJuror(by(stage, 'binhu-worker', { day: -39 }), id, { name: '周老师', role: '美术老师' }), await inviteJuror(by(stage, 'binhu-worker', { day: -39 }), id, { name: '小航', role: '议事会代表' })];
  for (const [juror, code] of codes.entries()) {
    const ctx = by(stage, 'visitor', { day: -33 });
    await declareConflicts(ctx, code, juror === 0 ? [works[4]!] : []);
    for (let at = juror === 0 ? 0 : 1; at < 4; at += 1) await markWork(ctx, code, { workId: works[at]!, mark: 3 + ((at + juror) % 3), note: at === 3 ? '一眼就看懂' : '' });
  }
  await decidePrizes(by(stage, 'binhu', { day: -31 }), id, new Map([[works[3]!, '创意奖'], [works[0]!, '创意奖'], [works[1]!, '用心奖']]), '标志用“飞起来的主意”：风筝说的是“我们的话有人接住”。其余作品都有自己的想法，一起展出。（示例）');
}

async function song(stage: Stage): Promise<void> {
  const id = await startSolicitation(by(stage, 'binhu-worker', { day: -9 }), binhu, {
    kind: 'lyrics', title: '给社区写一首歌', childRules: '写几句歌词。\n写社区里你喜欢的事。\n大人先看，大家再选。', rules: '本社区儿童均可参加，可以几个人一起写。（示例）', licence, layers, opensOn: dayOf(stage, -8), closesOn: dayOf(stage, 12), chooseUntil: dayOf(stage, 20), showUntil: null, prizes: [{ name: '好听奖', places: 3 }],
  });
  await publishSolicitation(by(stage, 'binhu', { day: -8, at: '08:40' }), id);
  await handInWork(pupil(stage, { day: -4, at: '16:00' }), id, { title: '放学的路', penName: '小雨点', text: '红绿灯，眨眨眼，\n等等奶奶慢慢走。\n树荫下，有人说，\n明天我们还走这。（示例）', plate: '' });
  await handInWork(pupil(stage, { day: -2, at: '12:30' }, 'teen'), id, { title: '湖边的晚上', penName: '', text: '球场的灯亮到九点，\n我们说的话，有人记下来。（示例）', plate: '' });
}

/** 两个人看过: nobody is in the picture, nothing private in the words. */
async function read(stage: Stage, workId: string, moment: Moment): Promise<void> {
  const [item] = await stage.db.select().from(moderationItems).where(eq(moderationItems.subjectId, workId));
  const pictures = await stage.db.select().from(moderationFiles).where(eq(moderationFiles.itemId, item!.id));
  const at = { id: item!.id, regionCode: item!.regionCode };
  for (const { fileId } of pictures) await settleFaces(by(stage, 'binhu-worker', moment), at, fileId, 'none');
  for (const reader of ['binhu-worker', 'binhu']) await approveItem(by(stage, reader, moment), at, { labels: [], looked: 'yes' });
}
