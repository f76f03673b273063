import type { DueKind, MomentKind } from '#app/domain/base/communities/due.ts';
import type { Stream } from '#app/domain/base/rule-results/model.ts';

type Figured = (figure: number | string) => string;

/** 社区工作: the pages of those who work for a community. */
export default {
  title: '我的社区',
  lead: '您负责的社区，和每个社区接下来要做的事。填一次的内容到处可用；每一页都会自己保存。',
  home: '首页',
  crumb: '所在位置',
  tabs: '这个社区的页面',
  pages: {
    overview: '概况', evidence: '佐证', 'self-assessment': '自评', reports: '进展报告', evaluations: '评估', visits: '实地到访', plan: '建设计划', cases: '案例',
  },
  about: {
    overview: '', evidence: '事实、数字、照片和文件，录入一次，多处引用', 'self-assessment': '对照 77 条细则，每年看一次走到哪里',
    reports: '每半年报一次进展，大部分已经替您填好', evaluations: '建设过程、服务项目和整体评估的结果',
    visits: '专家来社区看的安排、现场记录和签字', plan: '从差距到任务：谁做、何时、花多少', cases: '把做成的事写成别人能学的案例',
  },
  search: '按名称查找', searchHint: '社区或街道（乡镇）名称', go: '查找',
  list: '社区名单', name: '社区', place: '所在地', standing: '身份', result: '最近结果', todo: '接下来要做的', next: '下一页',
  pilot: (day: string) => `试点社区，自 ${day}起`,
  notPilot: '还不是试点',
  noResult: '还没有',
  nothingDue: '眼下没有要做的事',
  none: '没有找到这样的社区。',
  noneYet: '还没有在办的社区。从下面选一个街道或社区，先做一次自评，看看走到哪里。',
  others: '其他社区', othersLead: '本辖区内的任何街道和社区都可以打开：不是试点，也可以先自评。',
  open: (name: string) => `打开${name}`,
  below: (name: string) => `${name}下一级`,
  numbers: { title: '主要数字', children: '0–18 岁儿童', people: '人', met: '细则已达到', of: (all: number) => `/ ${all} 条`, musts: '应达项未达到', rules: '条', score: '达标得分', points: '分', demo: '示例' },
  dueTitle: '接下来要做的',
  noDay: '没有期限',
  late: '已过期',
  dueEmpty: '眼下没有到期的事。可以看看下面的页面，把做过的事记成佐证。',
  due: {
    'assessment-start': (year) => `开始 ${year} 年自评`,
    'assessment-go-on': (done) => `接着做自评：已填 ${done} 条`,
    'assessment-delegated': (sections) => `分给您的自评板块：${sections}`,
    'report-fill': () => '填报进展报告',
    'report-mend': () => '进展报告补正',
    'evaluation-comment': () => '对评估初稿提意见',
    'plan-tasks': (many) => `建设计划：${many} 项任务将到期或已逾期`,
    'plan-findings': (many) => `咨询提出的问题：${many} 个等您整改后报告`,
    'plan-sign': () => '建设计划有改动，等街道（乡镇）签发',
  } satisfies Record<DueKind, Figured> as Record<DueKind, Figured>,
  flower: {
    title: '照着规范，走到哪里', label: '规范之花：每一粒是一条细则，颜色是这条细则的结果，数字见旁边',
    from: (stream: Stream, year: number, score: string) => `${{ self: '社区自评', expert: '专家评分', 'on-site': '实地评估', whole: '整体评估' }[stream]}，${year} 年，${score} 分`,
    fromApplication: '申报时的快速自查，未经核实',
    under: (met: number, all: number) => `达到 ${met} / ${all}`,
    key: { met: '已达到', doing: '部分达到', none: '未达到，或没有填', rest: '不适用' },
    empty: '还没有结果。做完一次自评，花就会开。',
    begin: '开始自评',
  },
  way: '走到哪一步了',
  squares: { done: '已完成', now: '进行中', next: '还没到', rest: '跳过', late: '超期' },
  wayEmpty: '这个社区在本系统里还没有留下大事。',
  moments: {
    'pilot-since': () => '公示期满，成为试点',
    'assessment-submitted': (figure) => `提交自评：${figure} 分`,
    'report-accepted': () => '进展报告经认定',
    'evaluation-concluded': (figure) => `评估形成结论：${figure}`,
    'plan-adopted': (version) => `签发建设计划第 ${version} 版`,
    'advice-held': (topic) => `咨询辅导：${topic}`,
  } satisfies Record<MomentKind, Figured> as Record<MomentKind, Figured>,
  links: '各页', publicPage: '公开的社区页', toApply: '试点申报',
};
