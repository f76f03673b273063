import type { FactId } from '#app/domain/city/operations/model.ts';
import type { RollUpRule } from '#app/domain/city/indicators/roll-up-rule.ts';

/** 数从哪里来: figures from the work and from the regions below, at the desk. */
export default {
  title: '数从哪里来',
  byHand: '由人登记或逐级填报。',
  from: '取自', when: '什么时候更新', counted: '怎么数',
  facts: {
    'suggestions-adopted': ['儿童建议', '当年答复的建议里采纳和部分采纳的；合并的、收回的、转入保护的不算'], 'suggestions-fulfilled': ['儿童建议', '当年采纳的建议里已经办成并告诉了孩子的'], 'suggestions-in-time': ['儿童建议', '当年收到、应答复的建议里按期答复的'],
    'councils-founded': ['儿童议事会', '没有撤销的儿童议事会'], 'council-sessions': ['儿童议事会', '当年开过的会议'], 'motions-answered': ['儿童议事会', '当年提出、应答复的议案里按期答复的'], 'supporters-checked': ['儿童议事会', '在任支持者里背景核查还在有效期的'],
    observers: ['儿童观察员', '当年到场走访的孩子，每人算一次'], 'solicitations-held': ['征集', '当年开始、没有取消的征集'], 'works-handed-in': ['征集', '当年交来的作品，一件算一人次'],
    'spaces-open': ['儿童空间', '登记在用的空间'], 'spaces-inspected': ['儿童空间', '在用空间里没有过巡检期的'], 'routes-published': ['儿童空间', '公布的安全上学路线'],
    'hazards-reported': ['隐患', '当年报告的隐患，重复的不算'], 'hazards-fixed': ['隐患', '当年报告并受理的隐患里核实消除的'], 'walks-held': ['一米视角走查', '当年结束的走查'], 'walks-children': ['一米视角走查', '当年走查的孩子，来一次算一人次'],
    'certificates-issued': ['证书', '当年颁发、没有撤回的证书'], 'self-assessments': ['自评', '当年提交的自评'], evaluations: ['评估', '当年完成的评估'],
  } satisfies Record<FactId, [string, string]> as Record<FactId, string[]>,
  survey: '调查结果', surveyCounted: (audience: string, theme: string) => `对象“${audience}”、主题“${theme}”各题“大多符合”占比的平均，只用公开的结果；隐去的小格不算`,
  updates: '有变化时马上更新所在城市，每天夜里全部重数；一年一报的指标年内按季度记。', surveyUpdates: '调查结束、结果写定后马上更新；小社区合并后再更新一次。',
  rollUp: '逐级汇总', rules: { sum: '各下级相加', share: '分子、分母分别相加再相除；没有分子分母的下级算没有报', never: '不相加' } satisfies Record<RollUpRule, string> as Record<RollUpRule, string>,
  year: '一年之内的数从年初算起，全年就是最后一期的数。',
  derived: '自动得出的数',
  columns: { place: '地区', period: '期次', value: '得出的数', by: '来历', state: '采用' },
  ways: ['业务', '汇总'],
  places: (many: number) => `来自 ${many} 处`, rounds: (many: number) => `来自 ${many} 轮`, parts: (reported: number, expected: number) => `${expected} 个下级报了 ${reported} 个`,
  states: { stands: '已采用', partial: '没有报齐，不作为数', beside: (said: string) => `没有采用：已有 ${said}`, differs: (said: string) => `不一致：已有 ${said}`, waiting: '还没有采用', waitsForNight: (at: string) => `还没有采用，每天 ${at} 重数一遍`, waitsForSum: '还没有采用，每分钟汇总一遍' },
  none: '还没有得出过数。',
  nation: '全国',
};
