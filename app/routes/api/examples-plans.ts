/** 行动计划的例子. */
const id = '0199f0a4-0000-7000-8000-00000000000b';
const words = (zh: string, en: string) => ({ zh, en });
const hash = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae';
const at = '2026-09-01T02:00:00.000Z';
const plan = {
  id, regionCode: '3401', regionNameEn: 'Hefei City', place: '安徽省 合肥市', title: words('建设儿童友好城市三年行动计划（2023—2025年）', 'Three-Year Action Plan for Building a Child-Friendly City (2023-2025)'), issuer: '', startsOn: '2023-01-01', endsOn: '2025-12-31',
  state: 'published', isExample: true, revision: 1, publishedAt: at, actions: 16, indicators: 75,
};

export const planExamples = {
  listPlans: { query: { region: '3401', limit: 50 }, answer: { items: [plan], next: null } },
  getPlan: {
    params: { id },
    answer: {
      ...plan, hash, source: 'city-3y-2023-2025', sourceName: words('《建设儿童友好城市三年行动计划（2023—2025年）》', 'Three-year action plan for a child-friendly city, 2023–2025'), goal: words('', ''), closing: words('', ''), campaigns: [{ no: 4, name: words('实事项目促进', 'Projects people feel'), isInSource: true }], caveats: [],
      contents: [{
        code: 'A08', no: 8, campaign: 4, name: words('普惠托育照护服务提质扩面', 'More and better inclusive childcare'), about: words('', ''), leads: [{ department: 'wj', name: words('卫生健康部门', 'Health Commission'), role: 'lead', from: '2023-01-01', until: null, isInferred: true }],
        budgets: [], tasks: [{ id: 'A08-t1', name: words('鼓励有条件的幼儿园开设托班', 'Encourage kindergartens to open nursery groups'), dueOn: '2025-12-31', state: 'open', doneOn: null, proof: '', proofUrl: null }],
        indicators: [{
          code: 'A08-1', name: words('普惠托育服务占比', 'Share of inclusive childcare'), kind: 'numeric', unit: 'percent', accumulation: 'point', direction: 'up', frequency: 'quarter', version: 1, provenance: 'seed', numerator: words('普惠性托位数', 'inclusive childcare places'),
          denominator: words('托位总数', 'all childcare places'), formula: null, baseline: null, targets: [{ year: 2025, op: '>=', value: 30, max: null }], standing: 'reached',
          values: [{ period: 2025000, value: 34.2, numerator: 12_300, denominator: 35_965, origin: 'by-hand', source: '市卫健委年报', sourceName: words('市卫健委年报', '市卫健委年报'), sourceUrl: null, isBreak: false }],
        }],
      }],
      revisions: [{ revision: 1, reason: '按来源载入', publishedAt: at, hash }],
    },
  },
} as const;
