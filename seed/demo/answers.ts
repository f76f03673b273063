import { levelOf } from '#app/domain/base/regions/model.ts';
import type { Answer } from '#app/domain/pilot/calls/model.ts';
import { phoneOf, type Place } from './places.ts';

/** A figure between two others that depends on the code of the place and on what it is for, and on nothing else. */
function figure(code: string, what: string, from: number, to: number): number {
  let mixed = 2_166_136_261;
  for (const letter of code + what) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 16_777_619) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 2_246_822_507) >>> 0;
  return from + ((mixed ^ (mixed >>> 13)) >>> 0) % (to - from + 1);
}

/** 示例数字: counts of a unit, invented and plausible. */
export function countsOf(code: string): Record<string, string> {
  const wide = levelOf(code) === 4 ? 9 : 1;
  const n = (what: string, from: number, to: number) => String(figure(code, what, from, to) * wide);
  const few = (what: string, from: number, to: number) => String(figure(code, what, from, to));
  return {
    area: few('area', 1, 9), households: n('households', 2600, 4300), population: n('population', 7200, 11_800),
    'children-0-3': n('0-3', 240, 380), 'children-4-6': n('4-6', 260, 400), 'children-7-12': n('7-12', 420, 690), 'children-13-18': n('13-18', 330, 560),
    'children-left-behind': few('left', 2, 14), 'children-migrant': n('migrant', 60, 190), 'children-disabled': few('disabled', 4, 19),
    'children-hardship': few('hardship', 6, 27), 'indoor-area': n('indoor', 120, 460), 'outdoor-area': n('outdoor', 600, 2400),
    'social-workers': few('workers', 2, 8), 'childrens-directors': few('directors', 1, 3), volunteers: n('volunteers', 18, 65),
  };
}

const said = [
  {
    goals: '三年内，让辖区每个孩子步行十五分钟内都有一处安全、不收费的活动空间，让八岁以上的孩子能在社区事务上说得上话，并且每一条建议都有答复。（示例）',
    highlights: '由孩子自己画的“一米高地图”标出了四十一处看不见路的转角，已经改好二十六处。（示例）',
    space: '把两处闲置车棚改成了雨天也能玩的活动间，门口的斜坡由孩子们试走后定稿。（示例）',
  },
  {
    goals: '把学校、家庭和社区放学后的两小时接起来：三年内建成四点半课堂六处，培训社区儿童服务人员三十名，形成可以持续的值班制度。（示例）',
    highlights: '四点半课堂由退休教师、大学生和家长轮值，孩子们自己订规矩，每月评一次“最想来的一天”。（示例）',
    space: '沿上学路修补了人行道和路灯，在三个路口增设了等候区。（示例）',
  },
  {
    goals: '让流动儿童和困境儿童优先得到服务：三年内实现需求摸底全覆盖，建立社工、学校、医院之间的转介办法，每半年公布一次进展。（示例）',
    highlights: '需求摸底不记名字只记数，走访由儿童主任和社工两人同行，家长随时可以要求不再联系。（示例）',
    space: '社区图书角延长到晚上八点，低层书架全部放到一米以下。（示例）',
  },
] as const;

const leaders = ['高若谷', '秦知远', '魏思源', '罗以诚', '唐慎行', '冯乐知', '薛安澜'];

/** 填写的答案: everything the form asks of a place; figures and words are invented and say so. */
export function answersOf(place: Place, officer: string, code: string, year: number): Record<string, Answer> {
  const counts = countsOf(place.unit);
  const { goals, highlights, space } = said[figure(place.unit, 'said', 0, 2)]!;
  const kind = levelOf(place.unit) === 4 ? 'subdistrict' : 'residents';
  return {
    'applicant-name': `${place.district}${place.governmentName}`, 'applicant-code': code, 'unit-name': place.unitName, 'unit-kind': kind,
    address: `${place.district}${place.unitName}党群服务中心（示例地址）`, surroundings: ['mixed'],
    'leader-name': `${leaders[figure(place.unit, 'leader', 0, leaders.length - 1)]}（示例）`, 'leader-duty': '党工委副书记', department: '社会事务办公室',
    departments: '妇联管儿童之家和家庭教育，民政管困境儿童，教育管放学后服务，规划管空间改造。（示例）',
    'contact-name': officer, 'contact-phone': phoneOf(place),
    ...counts,
    spaces: [
      { name: '儿童之家', area: String(figure(place.unit, 'home', 80, 260)), hours: '周二至周日 9:00–20:00' },
      { name: '社区图书角', area: String(figure(place.unit, 'books', 40, 120)), hours: '每天 9:00–20:00' },
    ],
    services: [
      { name: '四点半课堂', ages: '7–12', times: '160', reached: String(figure(place.unit, 'class', 1800, 5200)) },
      { name: '亲子阅读', ages: '0–6', times: '48', reached: String(figure(place.unit, 'read', 400, 1500)) },
    ],
    partners: [{ name: '辖区小学（示例）', does: '放学路队、儿童议事会' }, { name: '社区卫生服务中心（示例）', does: '儿童保健和口腔检查' }],
    funds: String(figure(place.unit, 'funds', 12, 86)), 'funds-from': ['budget', 'community'],
    'work-system': '成立了由主要负责人任组长的工作专班，儿童议事会每季度一次，议题和答复都张贴公布。（示例）', 'work-space': space,
    'work-services': '0–3 岁有入户养育指导，4–6 岁有亲子活动，7–18 岁有课后服务和兴趣小组，困境儿童有一人一案。（示例）',
    'work-culture': '每年办一次“孩子说了算”社区日，墙报由孩子编辑。（示例）',
    'work-people': '从业人员和志愿者上岗前查询从业记录并签承诺，每年培训不少于十六学时。（示例）',
    goals,
    tasks: [
      { task: '完成儿童需求摸底和空间安全排查', from: `${year}-03-01`, to: `${year}-06-30`, owner: '社会事务办公室' },
      { task: '改造儿童之家并延长开放时间', from: `${year}-05-01`, to: `${year}-12-31`, owner: '城市管理办公室' },
      { task: '建立儿童议事会章程并开展两期培训', from: `${year}-04-01`, to: `${year + 1}-03-31`, owner: '妇联、辖区小学' },
    ],
    highlights, attitude: 'agree-lead',
    mechanism: '街道主要负责人牵头，工作专班每季度会商一次，儿童代表列席并当场得到答复。（示例）',
  };
}
