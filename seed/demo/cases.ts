import { evidenceFor } from '#app/domain/base/evidence/offers.ts';
import { saveCollection } from '#app/domain/pilot/case-library/collections.ts';
import { giveConsent } from '#app/domain/pilot/case-library/give-consent.ts';
import { CaseInput } from '#app/domain/pilot/case-library/input.ts';
import { reviewCase } from '#app/domain/pilot/case-library/review-case.ts';
import { submitCase } from '#app/domain/pilot/case-library/submit-case.ts';
import { saveCase, startCase } from '#app/domain/pilot/case-library/write-case.ts';
import { by, dayOf, type Stage } from './stage.ts';

type Told = { who: string; unit: string; day: number; started: number; isWaiting?: boolean; withEvidence?: boolean; content: Record<string, unknown> };

/** 示例案例: invented, as everything that the demo city's people do. */
const told: readonly Told[] = [
  {
    who: 'hongshan', unit: '320102008001', day: -60, started: -180, withEvidence: true,
    content: {
      title: '把旧车棚改成儿童议事角', titleEn: 'An old bicycle shed becomes a corner for the children’s council', summary: '三个月，把闲置车棚改成孩子开会、看书的地方，议事会每月在这里开。', summaryEn: 'In three months a disused shed became a place where children meet and read; their council sits there every month.',
      problem: '小区里没有孩子自己的地方。放学后孩子在楼道写作业，议事会借会议室，经常改期。', action: '儿童议事会提出建议，画了三张草图；居民代表投票选出一张。\n物业让出车棚，街道出材料，家长志愿队周末刷墙。\n孩子自己定了使用规则，贴在门口。',
      lessons: '先让孩子画，再请设计师改，改完要给孩子看。\n车棚的消防要先请街道消防站看过。', cost: '18000', funding: '街道社区营造经费', months: '3', partners: '红山物业｜让出场地\n蒲公英社工中心｜带孩子议事',
      ruleIds: ['A3.1', 'C1.1', 'C2.1'], tags: ['space', 'participation'], ages: ['7-12'], outcomes: '每周开放时间｜8｜30｜小时\n参加议事的儿童｜12｜26｜人\n议事会按期召开｜2｜11｜次/年',
    },
  },
  {
    who: 'hongshan', unit: '320102008001', day: -40, started: -300,
    content: {
      title: '楼间口袋公园：孩子定玩法', titleEn: 'A pocket park whose games the children chose', summary: '两栋楼之间的荒地，按孩子写的“想玩什么”改成口袋公园。', summaryEn: 'Waste ground between two blocks became a small park, by what the children wrote they wanted to play.',
      problem: '户外场地少，孩子在停车位之间玩，出过擦碰。', action: '做了一次“一米高度”走访，孩子在图上贴出危险的地方和想玩的地方。\n用沙、木桩和缓坡代替成品游乐器材。', lessons: '无障碍坡道要留在最近的入口。', cost: '126000', funding: '区老旧小区改造资金', months: '5', partners: '街道规划师｜免费设计',
      ruleIds: ['C1.1', 'C3.1', 'C5.1'], tags: ['space', 'safety'], ages: ['4-6', '7-12'], outcomes: '户外活动场地｜600｜1850｜平方米\n停车区擦碰｜5｜0｜起/年',
    },
  },
  {
    who: 'fangxing', unit: '340111401', day: -90, started: -240,
    content: {
      title: '四点半课堂，不花钱也能办起来', titleEn: 'An after-school class that costs nothing', summary: '用党群中心空闲的教室和大学生志愿者，办起每天两小时的四点半课堂。', summaryEn: 'Idle rooms and student volunteers make two hours a day after school.',
      problem: '双职工家庭的孩子放学后没有人管。', action: '排出教室空闲时间，和附近大学的志愿团签协议；每名志愿者先培训、签准入协议再上岗。', lessons: '志愿者寒暑假会断，要提前找社会组织接。', cost: '0', months: '2', partners: '合肥某大学青年志愿者协会｜每天四名志愿者',
      ruleIds: ['D2.3', 'E2.1', 'D1.1'], tags: ['services', 'school', 'staff'], ages: ['7-12'], outcomes: '每天来的孩子｜｜38｜人\n上过岗前培训的志愿者｜｜52｜人',
    },
  },
  {
    who: 'fangxing', unit: '340111401', day: -75, started: -200,
    content: {
      title: '上学路：从“护送”到“敢自己走”', titleEn: 'The way to school: from being taken to going alone', summary: '减速带、导护岗和彩色路线，让三年级以上的孩子自己走到学校。', summaryEn: 'Speed bumps, wardens and a painted route let children from the third year walk alone.',
      problem: '上学时段车多，家长都要接送。', action: '孩子和交警一起走一遍，标出九个点；改了五个路口；家长轮流站导护岗。', lessons: '先改路口，再劝家长放手。', cost: '64000', funding: '区交通改善经费', months: '6', partners: '交警大队｜改路口\n学校｜讲安全课',
      ruleIds: ['C4.1', 'D3.3'], tags: ['safety', 'school'], ages: ['7-12'], outcomes: '自己走路上学的孩子｜21｜67｜%\n上学时段事故｜3｜0｜起/年',
    },
  },
  {
    who: 'daoxiang', unit: '340104002', day: -55, started: -150,
    content: {
      title: '祖辈课堂：带孙子也能学', titleEn: 'A class for grandparents', summary: '每周一次，教带孩子的老人照护和游戏。', summaryEn: 'Once a week, grandparents who raise children learn care and play.',
      problem: '一半以上的 0–3 岁孩子由老人照看，不知道怎么陪玩。', action: '社区医生讲照护，绘本馆带游戏；孩子一起来，不用找人看。', lessons: '用方言讲，资料用大字。', cost: '9000', months: '4', partners: '社区卫生服务中心｜每月讲一次', ruleIds: ['D2.1', 'D4.1'], tags: ['family', 'services'], ages: ['0-3'],
      outcomes: '参加的家庭｜｜64｜户\n会做婴儿急救的老人｜8｜71｜%',
    },
  },
  {
    who: 'binhu-worker', unit: '340111400', day: -12, started: -100, isWaiting: true, withEvidence: true,
    content: {
      title: '儿童之家的书，让孩子自己管', titleEn: 'Children run the library of their house', summary: '十二名小管理员轮值，图书流动起来了。', summaryEn: 'Twelve young librarians take turns, and the books move.',
      problem: '图书角常年没有人借。', action: '孩子报名当管理员，定借书规则，每月换一次主题。', lessons: '', cost: '3500', months: '2', ruleIds: ['A3.1', 'C2.1'], tags: ['participation', 'culture'], ages: ['7-12'], outcomes: '每月借出的书｜15｜210｜本',
    },
  },
];

/** 案例库 of the demo: five published, one waiting for review, one collection. */
export async function writeCases(stage: Stage): Promise<void> {
  const published: string[] = [];
  for (const { who, unit, day, started, isWaiting, withEvidence, content } of told) {
    const writer = (at: `${number}:${number}`) => by(stage, who, { day, at });
    const evidenceIds = withEvidence ? (await evidenceFor(writer('09:00'), unit, { ruleId: 'A3.1' })).slice(0, 2).map(({ id }) => id) : [];
    const id = await startCase(writer('09:10'), unit);
    await saveCase(writer('10:20'), id, 0, CaseInput.parse({ ...content, startedOn: dayOf(stage, started), evidenceIds }));
    const officer = by(stage, who === 'binhu-worker' ? 'binhu' : who, { day, at: '15:00' });
    const consents = ['government', 'people', ...(content.partners ? (['partners'] as const) : [])] as const;
    for (const consent of consents) await giveConsent(officer, id, { consent, statement: '已当面说明用途并签字同意（示例）。', agreed: 'yes' });
    await submitCase(by(stage, who, { day, at: '16:00' }), id);
    if (isWaiting) continue;
    await reviewCase(by(stage, 'office', { day: day + 3, at: '11:00' }), id, { outcome: 'publish', note: '' });
    published.push(id);
  }
  await saveCollection(by(stage, 'office', { day: -20 }), undefined, {
    title: '小钱办成的事', titleEn: 'Done with little money', intro: '花费都在两万元以内，多数社区可以马上开始。', introEn: 'Each cost less than 20,000 yuan; most communities can begin at once.', caseIds: [published[2]!, published[0]!, published[4]!], isShown: true,
  });
}
