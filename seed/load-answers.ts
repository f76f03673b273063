import { creditCheck } from '#app/domain/base/organisations/model.ts';
import type { Answer } from '#app/domain/pilot/calls/model.ts';

/** A unit put forward, with the government above it. */
export type Unit = { code: string; name: string; kind: string; parent: string; parentName: string };

const sentences = [
  '社区每月召开一次儿童议事会，由儿童自己提出议题，居委会在两周内书面答复。',
  '利用党群服务中心三楼设置儿童活动室，周末和寒暑假开放，由社会工作者值守。',
  '与辖区小学和幼儿园签订共建协议，放学后接送路线由家长志愿者轮流看护。',
  '为困境儿童和留守儿童逐户建档，每季度走访一次，情况变化当月更新。',
  '楼栋之间的空地改造为游戏场地，铺设软质地面，夜间照明与遮阳设施齐全。',
  '图书角藏书三千余册，与区图书馆通借通还，每周举办两次亲子阅读。',
  '制定儿童保护工作流程，社区民警、医生和学校老师组成快速响应小组。',
  '组织家长课堂，内容包括科学育儿、网络安全、心理健康和防溺水。',
];
const surnames = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗';
const given = ['明', '芳', '建国', '秀英', '伟', '静', '海燕', '志强', '丽', '雪梅'];
const levels = ['met', 'partly', 'not-yet'] as const;
const notes = ['', '已落实', '正在筹备，年底前完成', '有制度，执行记录不全，正在补齐', '由区妇联牵头推进', '需要上级支持场地', '每季度检查一次', ''];

const text = (i: number, sentencesWanted: number) =>
  Array.from({ length: sentencesWanted }, (_, n) => sentences[(i * 7 + n * 3) % sentences.length]).join('');
const person = (i: number) => surnames[i % surnames.length]! + given[(i * 3) % given.length]!;

function creditCode(unit: Unit, i: number): string {
  const first = `11${unit.parent.slice(0, 6)}${String((i * 7919) % 1_000_000_000).padStart(9, '0')}`;
  return first + creditCheck(first);
}

/** 一份答完的申报表: every question answered and valid, invented, different for each number. */
export function invented(unit: Unit, i: number): Record<string, Answer> {
  const children = 200 + ((i * 37) % 1800);
  const part = (share: number) => String(Math.round(children * share));
  return {
    'applicant-name': `${unit.parentName}人民政府`.replace(/(街道办事处|街道)人民政府$/, '街道办事处'),
    'applicant-code': creditCode(unit, i),
    'unit-name': unit.name,
    'unit-kind': unit.kind.startsWith('village') ? 'village' : 'residents',
    address: `${unit.parentName}${unit.name}${(i % 200) + 1}号`,
    area: String(1 + (i % 40)),
    surroundings: [['old', 'new', 'resettled', 'unit', 'rural', 'mixed'][i % 6]!],
    'leader-name': person(i),
    'leader-duty': '街道党工委副书记',
    'leader-phone': `13${String(i % 1_000_000_000).padStart(9, '0')}`,
    department: '社会事务办公室',
    departments: '教育、民政、卫生健康、公安、妇联、共青团',
    'contact-name': person(i + 5),
    'contact-phone': `15${String((i * 31) % 1_000_000_000).padStart(9, '0')}`,
    'contact-email': `unit${unit.code}@example.cn`,
    households: String(children * 2),
    population: String(children * 6),
    'children-0-3': part(0.2),
    'children-4-6': part(0.2),
    'children-7-12': part(0.35),
    'children-13-18': part(0.25),
    'children-left-behind': part(0.04),
    'children-migrant': part(0.06),
    'children-disabled': part(0.01),
    'children-hardship': part(0.02),
    'indoor-area': String(80 + (i % 900)),
    'outdoor-area': String(200 + (i % 3000)),
    spaces: [
      { name: '儿童活动室', area: '120', hours: '周二至周日 9:00–18:00' },
      { name: '户外游戏场', area: '600', hours: '全天开放' },
    ],
    services: [
      { name: '四点半课堂', ages: '7–12 岁', times: '180', reached: part(0.2) },
      { name: '亲子阅读', ages: '0–6 岁', times: '96', reached: part(0.15) },
    ],
    'social-workers': String(1 + (i % 6)),
    'childrens-directors': '1',
    volunteers: String(10 + (i % 120)),
    partners: [{ name: '童行社会工作服务中心（虚构）', does: '驻点服务' }],
    funds: String(5 + (i % 60)),
    'funds-from': ['budget', 'donated'],
    'work-system': text(i, 4),
    'work-space': text(i + 1, 4),
    'work-services': text(i + 2, 4),
    'work-culture': text(i + 3, 3),
    'work-people': text(i + 4, 3),
    goals: text(i + 5, 4),
    tasks: [
      { task: '完善儿童议事会制度', from: '2026-09-01', to: '2026-12-31', owner: person(i + 1) },
      { task: '改造户外游戏场地', from: '2027-01-01', to: '2027-06-30', owner: person(i + 2) },
      { task: '建立困境儿童走访台账', from: '2026-09-01', to: '2027-08-31', owner: person(i + 3) },
    ],
    highlights: text(i + 6, 3),
    attitude: 'agree-lead',
    mechanism: '街道统筹，社区实施，每月调度一次。',
  };
}

/** 自查: one answer for each rule of the edition. */
export function inventedSelfCheck(ruleIds: readonly string[], i: number): { ruleId: string; level: string; note: string }[] {
  return ruleIds.map((ruleId, n) => ({ ruleId, level: levels[(i + n * n) % 3]!, note: notes[(i + n) % notes.length]! }));
}
