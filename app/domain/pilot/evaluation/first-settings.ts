import type { EvaluationItem, EvaluationSettings } from './model.ts';

const item = (id: string, zh: string, en: string): EvaluationItem => ({ id, zh, en });

/** 初始评估设置: what counts until the office saves a setting of its own. */
export const firstSettings: EvaluationSettings = {
  weights: { self: 1, expert: 2, 'on-site': 3, voice: 2, indicators: 2 },
  metFrom: 75,
  partlyFrom: 35,
  commentDays: 10,
  reassessYears: { pilot: 3, certified: 3, demonstration: 2 },
  remindDays: [90, 30, 7],
  smallestCell: 10,
  processItems: [
    item('leadership', '主要负责人牵头，责任到人到岗', 'Led from the top, with named people in charge'),
    item('plan', '有建设计划：目标、任务、期限、经费对得上', 'A plan whose goals, tasks, days and money fit together'),
    item('together', '部门、企业、社会组织一起做，分工写清', 'Departments, enterprises and social organisations work together, each with its part'),
    item('children-take-part', '儿童参与需求、设计、实施和评价', 'Children take part in needs, design, doing and judging'),
    item('resources', '人、空间、经费用在儿童身上，账目清楚', 'People, space and money reach children, with clear accounts'),
    item('open', '进展和问题向居民公开，有回应', 'Progress and problems are open to residents and answered'),
    item('learn', '发现问题有整改，做法有总结', 'Problems are mended, and what was learned is written down'),
  ],
  serviceItems: [
    item('need', '按儿童和家庭的实际需求设立', 'Set up for a need that children and families have'),
    item('reach', '该服务的儿童都够得着，困境儿童不落下', 'Reaches the children it is for, leaving out none in hardship'),
    item('safe', '人员、场地、活动安全，有准入和应急', 'Safe people, places and activities, with admission and emergency rules'),
    item('quality', '内容适合年龄，服务者有专业训练', 'Suits the age; those who serve are trained'),
    item('voice', '儿童和家长能评价、能投诉、有答复', 'Children and carers can rate and complain, and are answered'),
    item('results', '有结果：用数据说明儿童有什么变化', 'Has results: data show what changed for children'),
    item('lasting', '能持续：人、钱、场地有着落', 'Can last: people, money and place are settled'),
  ],
};
