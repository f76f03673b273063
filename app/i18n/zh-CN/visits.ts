import type { VisitNotice, VisitReason, VisitState } from '#app/domain/pilot/visits/model.ts';
import type { Kind, Lack } from '#app/domain/pilot/visits/package.ts';

/** 实地评估: the words of the desk, of the community's page and of the report. */
export default {
  title: '实地评估',
  lead: '抽样、排期、派专家；手机传回的现场记录逐项合并，两边签字后形成结果。',
  evidence: { title: (day: string) => `${day} 现场所见：`, source: (number: string) => `实地评估 ${number}` },
  facts: {
    population: '常住人口', households: '户数', area: '面积（平方公里）', 'children-0-3': '0–3 岁儿童', 'children-4-6': '4–6 岁儿童', 'children-7-12': '7–12 岁儿童',
    'children-13-18': '13–18 岁儿童', 'indoor-area': '室内场地（平方米）', 'outdoor-area': '室外场地（平方米）', 'social-workers': '社会工作者', 'childrens-directors': '儿童主任', volunteers: '志愿者',
  } as Record<string, string>,
  late: {
    over: '这次到访已经结束。刚才传来的内容没有丢：已经另行留存，办公室看得到，但不再改动结果。',
    'set-aside': '您已不在这次到访中。刚才传来的内容没有丢：已经另行留存，办公室看得到。',
  },
  letterUnreadable: '手机传来的内容读不懂，没有收下。手机里的记录都还在，请更新页面后再同步。',
  states: { planned: '已安排', 'under-way': '进行中', synced: '已传齐', signed: '已签字', concluded: '已形成结果', 'called-off': '已取消' } satisfies Record<VisitState, string>,
  notices: { announced: '事先通知', unannounced: '不事先通知' } satisfies Record<VisitNotice, string>,
  reasons: { reassessment: '到期复评', 'spot-check': '抽查', sample: '随机抽样', chosen: '指定' } satisfies Record<VisitReason, string>,
  lacks: {
    'not-begun': '还没有到场', 'half-synced': '有手机还没有传完', 'attachments-missing': '有附件还没到', contested: '有不一致还没处理', 'nothing-said': '还没有定过等级',
    'expert-signature': '专家还没签字', 'community-signature': '社区还没签字',
  } satisfies Record<Lack, string>,
  kinds: {
    began: '到场', level: '等级', note: '评语', observation: '现场所见', photo: '照片', voice: '录音', agenda: '议程', overall: '总体意见', signature: '签字',
  } satisfies Record<Kind, string>,
  levels: { met: '达到', partly: '部分达到', 'not-met': '未达到', 'not-applicable': '不适用' },
  slots: { expert: '专家', 'second-expert': '第二位专家', community: '社区' },
};
