import { publishVersion } from '#app/domain/children/child-versions/publish-version.ts';
import { saveVersion, startVersion } from '#app/domain/children/child-versions/write-version.ts';
import type { Picture } from '#app/domain/children/child-versions/model.ts';
import { setHelp } from '#app/domain/children/help/set-help.ts';
import { nationalHotlines } from '#app/domain/children/help/model.ts';
import { listNotices } from '#app/domain/pilot/notices/read.ts';
import type { Ctx, Layer } from '#app/platform/ctx.ts';
import { binhu } from './places.ts';
import { by, type Stage } from './stage.ts';

type Told = { layer: Layer; title: string; lines: [text: string, drawing?: Picture][]; forGrownUps?: string };

const saidBy = '滨湖社区儿童主任王老师';

const chosen: Told[] = [
  {
    layer: 'with-grown-up', title: '选出来啦，大家看看',
    lines: [['好多地方都报了名。', 'house'], ['大人看了又看。', 'eye'], ['选出了几个地方。', 'star'], ['对不对，大家来说。', 'speech']],
    forGrownUps: '可以指着窗外问孩子：你最想让哪里变好玩？把孩子的话写进“我有话说”。',
  },
  {
    layer: 'primary', title: '哪些社区选上了？',
    lines: [
      ['有一张名字表，写着很多社区。', 'paper'], ['它们想变得对小朋友更好。', 'house'], ['专家看过了，先选出这些。', 'eye'], ['这张表要给大家看几天。', 'wait'],
      ['觉得不对的人，可以写信说。', 'pencil'], ['有人看信，也会回答。', 'speech'], ['过了这几天，就定下来。', 'tick'], ['你也可以说说怎么看。', 'question'],
    ],
  },
  {
    layer: 'teen', title: '试点名单公示，和你有什么关系',
    lines: [
      ['这份名单列出了准备成为儿童友好试点的社区。'], ['公示的意思是：正式决定之前，先给所有人看。'], ['公示期里，任何人都可以说“我不同意”，写明理由就行。'],
      ['收到的意见会由没有参加过评选的人来看，并且要答复。'], ['如果你的社区在名单里，之后会有人来问你们：路怎么走、在哪里玩、什么事最烦心。'], ['不用等到那时候，现在就可以在这里说。'],
    ],
  },
];

const summer: Told = {
  layer: 'primary', title: '儿童之家几点开门？',
  lines: [['星期一到星期五，三点半开门。', 'wait'], ['星期六早上九点就开。', 'house'], ['书可以借回家看。', 'book'], ['玩滑梯要排队。', 'slide'], ['写完作业再玩，也可以先玩。', 'pencil'], ['想要什么新玩具，告诉我们。', 'speech']],
};

/** 儿童版告知 of Binhu: a real notice of the story for three ages, and one thing of its own; help numbers of the district. */
export async function tellChildren(stage: Stage, day: number): Promise<void> {
  const { rows } = await listNotices(by(stage, 'visitor', { day: 0 }), { isPublic: true }, 1);
  const writer = by(stage, 'binhu-worker', { day, at: '10:00' });
  for (const told of chosen) await tell(writer, binhu, told, rows[0]);
  await tell(writer, binhu, summer);
  await startVersion(writer, binhu, {
    layer: 'primary', noticeId: '', sourceName: '小区道路维修通知', title: '门口的路要修了', saidBy,
    text: '根据上级部门工作安排，近期将对辖区内主要道路及附属设施开展维修。\n修路的时候请走另一边。\n车多，要拉着大人的手。',
  });
  const numbers = [...nationalHotlines, { number: '0551-12349', what: '社区帮小朋友的老师（示例号码）', whatEn: 'People who help children here (sample number)' }];
  await setHelp(by(stage, 'baohe', { day, at: '11:00' }), binhu.slice(0, 6), {
    lines: numbers, adult: '找信得过的人：家人、老师，还有儿童之家的王老师。', adultEn: 'Find someone you trust: your family, a teacher, or Ms Wang at the children’s home.',
  });
}

async function tell(ctx: Ctx, code: string, { layer, title, lines, forGrownUps = '' }: Told, notice?: { id: string; title: string }): Promise<void> {
  const text = lines.map(([line]) => line).join('\n');
  const id = await startVersion(ctx, code, { layer, noticeId: notice?.id ?? '', sourceName: notice ? '' : '儿童之家开放时间', title, text, saidBy }, notice);
  await saveVersion(ctx, code, id, { title, saidBy, forGrownUps, lines: lines.map(([line, drawing = '']) => ({ text: line, drawing, readings: {} })), more: '', publish: false });
  await publishVersion(ctx, code, id);
}
