import type { Stream } from '#app/domain/base/rule-results/model.ts';
import type { FigureId, ReportState } from '#app/domain/public/annual-report/model.ts';

/** 年度报告. */
export default {
  title: '年度报告', lead: '每一年做了什么、走到哪里。数字由办理记录和结果单算出，任何一年都可以按当时的数据重新生成，得到同样的数字。',
  of: (place: string, year: number) => `${place} ${year} 年度报告`, office: '中国儿童友好社区促进计划办公室',
  none: '还没有公开的年度报告。', noneYet: '还没有生成过年度报告。', columns: { report: '报告', place: '范围', year: '年度', asOf: '数据截至', state: '状态', by: '生成' },
  states: { waiting: '正在生成', ready: '已生成，未公开', published: '已公开' } satisfies Record<ReportState, string>,
  number: (n: number) => `第 ${n} 次生成`, asOf: (time: string) => `数据截至 ${time}（北京时间）`, nation: '全国',
  waiting: '正在生成，请过一会儿刷新本页。可以离开，完成后在列表里。过了三十分钟还没有好，请再请求一次，会接着生成。',
  figuresTitle: '这一年', groups: { applying: '申报和评审', standing: '试点和证书', building: '建设和评估', learning: '经验' }, before: (value: string) => `上一年 ${value}`,
  figures: {
    calls: '发布申报批次', applications: '提交申报', accepted: '申报通过', declined: '申报不通过', notices: '发布公示', objections: '收到异议', answered: '答复异议', pilots: '成为试点', certificates: '签发证书', withdrawn: '撤销证书',
    experts: '参与评审的专家', assessments: '提交自评的社区', reports: '提交进展报告', visits: '完成实地评估', evaluations: '完成评估', advice: '开展咨询辅导', tasks: '通过建设计划的社区', evidence: '新录佐证', cases: '收入案例', reach: '案例被学用',
  } satisfies Record<FigureId, string>,
  results: '对照规范的结果', noResults: '这一年还没有任何结果。', streams: { self: '社区自评', expert: '专家评审', 'on-site': '实地评估', whole: '整体评估' } satisfies Record<Stream, string>,
  communities: (n: number) => `${n} 个社区`, mean: (value: string) => `平均 ${value} 分`, sections: '五个板块的平均得分', section: '板块', score: '得分', missed: '最常没有达到的应达项', rule: '细则', many: '社区数', share: '比例', noneMissed: '应达项全部达到。',
  since: (n: number) => `与第 ${n} 次生成的差异`, sinceNone: '没有差异。', sinceWhy: '年度已结束的，事实数字不会变；结果因事后更正或补交而变。', what: '项目', earlier: '上次', later: '这次',
  communitiesOf: (stream: string) => `${stream}的社区数`, meanOf: (stream: string) => `${stream}的平均得分`, nothing: '无',
  queries: '数字怎么来的', queriesLead: '每个数字都带着算出它的查询。任何人拿到同样的数据，都会得到同样的数字。', fingerprint: '内容指纹',
  verify: '按原来的时点重新核算', verified: '重新核算的结果与报告完全一致。', differsNow: '重新核算的结果与报告不一致，请立即报告审计管理员。', publish: '公开这份报告', publishAsk: '公开后人人可读，不能收回。', publishedBy: (name: string, time: string) => `${name} 于 ${time} 公开`, download: (format: string) => `下载 ${format}`, pdf: 'PDF', word: 'Word',
  make: '生成年度报告', makeLead: '按现在的数据生成，原来的报告都保留。', year: '年度', scope: '范围', scopeHint: '留空为全国', home: '首页', crumb: '所在位置', note: '',
  pageOf: ['第 ', ' 页，共 ', ' 页'] as [string, string, string],
};
