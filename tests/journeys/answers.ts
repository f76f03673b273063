/** What the stories write into the form, part by part; the figures are invented. */
export type Written = string | string[] | Record<string, string>[];
export type Part = { id: string; answers: Record<string, Written> };

/** 申报表: everything required, and enough beside it to look like a real application. */
export function wholeForm(unit: string, turn: number): Part[] {
  return [
    { id: 'unit', answers: { 'applicant-name': `${unit}管理委员会`, 'applicant-code': creditCode(turn), 'unit-name': unit, 'unit-kind': 'subdistrict', address: '广西路 1 号' } },
    { id: 'people-in-charge', answers: { 'leader-name': '李敏', 'leader-duty': '党委副书记', department: '社会事务部', 'contact-name': '王芳', 'contact-phone': '0551-60001234' } },
    { id: 'children', answers: { population: '120000', 'children-0-3': '5000', 'children-4-6': '5200', 'children-7-12': '9000', 'children-13-18': '7000' } },
    { id: 'means', answers: { 'indoor-area': '1200', 'social-workers': '18', 'childrens-directors': '8', spaces: [{ name: '儿童之家', area: '260', hours: '周末 9–17 时' }] } },
    { id: 'work-so-far', answers: { 'work-space': '八处口袋公园已有儿童游戏角，其中两处由孩子们自己设计。' } },
    {
      id: 'plan',
      answers: {
        goals: '三年内让每个孩子步行十五分钟内都有一处安全的活动空间。',
        tasks: [{ task: '改造八处口袋公园', from: '2027-03-01', to: '2027-12-31', owner: '城市管理部' }],
      },
    },
    { id: 'opinion', answers: { attitude: 'agree-lead' } },
  ];
}

const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** 统一社会信用代码 (GB 32100): an invented one with its check letter. */
export function creditCode(turn: number): string {
  const body = `11340111MB${String(turn).padStart(7, '0')}`;
  const sum = [...body].reduce((total, letter, place) => total + letters.indexOf(letter) * (3 ** place % 31), 0);
  return body + letters[(31 - (sum % 31)) % 31];
}
