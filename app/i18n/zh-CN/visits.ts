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
  desk: {
    empty: '还没有到访。先抽样，或者直接指定社区。', emptyMine: '还没有分派给您的到访。分派以后会出现在这里和手机上。', none: '没有符合条件的到访。',
    tabs: { all: '全部', planned: '待出发', open: '进行中', waiting: '待签字、待形成结果', over: '已结束' },
    columns: { community: '社区', place: '所在地区', number: '编号', state: '进度', notice: '通知', reason: '缘由', days: '日期', experts: '专家', score: '得分' },
    find: '社区或编号', toNew: '抽样与安排', toDevices: '手机', toPhone: '打开手机评估页', days: (from: string, to: string) => (from === to ? from : `${from} 至 ${to}`),
  },
  plan: {
    title: '抽样与安排', lead: '先抽样（到期复评的排在前面），或者直接写社区代码；再定日期、专家和是否事先通知。',
    drawTitle: '抽样', drawNote: '同一个种子、同一份名单，谁来抽都一样。', draw: '抽样',
    fields: { region: '地区', size: '抽多少个', seed: '种子', codes: '一定要去的社区（抽查名单）', notice: '是否事先通知', fromOn: '开始日期', toOn: '结束日期', perDay: '每天几个社区', expert: '专家', secondExpert: '第二位专家', purpose: '这次看什么', reason: '理由', expertId: '换成', agenda: '议程', note: '说明', name: '姓名', refusal: '不同意的理由' } as Record<string, string>,
    hints: {
      region: '只抽这个地区里的试点社区', seed: '写下来的任何一句话，例如会议日期和文号', codes: '9 位或 12 位区划代码，一行一个；不用抽，排在最前', noticeUnannounced: '选“不事先通知”的，开始之前社区在任何页面、消息、日历里都看不到这次到访。',
      perDay: '同一个城市的社区排在一起；有位置的按最近的下一个走，没有位置的按区划代码', agenda: '一行一项：时间 内容 细则编号，例如“09:00 看儿童之家 A1.1 B2.3”',
    },
    orChosen: '不抽样，直接指定', chosenNote: '写社区代码，下一步排期。', next: '下一步', samples: '最近的抽样', noSamples: '还没有抽过样。', sampleOf: (picked: number, day: string, who: string) => `${day} ${who}抽取 ${picked} 个`,
    sample: '抽样结果', sampleLead: (of: number, picked: number) => `从 ${of} 个社区里抽出 ${picked} 个，按路线排好。`, same: '用同一个种子和名单重抽一遍，结果一样。', notSame: '重抽的结果不一样，这份名单被动过，请不要使用。',
    listHash: '名单指纹', dueOn: (day: string) => `应于 ${day} 前复评`, already: '已安排', communities: '社区', chosen: '安排这些社区', make: '安排到访', noExperts: '没有可派的专家：名单上的专家都与这些社区有回避情形，或者资格未齐。请减少社区，或先办理专家事项。',
    tied: (names: string) => `因回避情形不能派：${names}`,
  },
  visit: {
    about: '安排', purpose: '这次看什么', experts: '专家', wasExpert: (name: string) => `${name}（已退出）`, agenda: '议程', noAgenda: '没有议程。', number: '编号', days: '日期', began: '到场', ended: '结束', content: '内容指纹', score: '得分', notBegun: '还没有',
    secret: '这次到访不事先通知：开始以前，社区看不到它。', lacksTitle: '形成结果以前还差', whole: '都到齐了。', halfSynced: '这次到访只传来了一部分',
    conclude: '形成结果', concludeAsk: '把现场等级记为实地评估结果？之后不能再改。', callOff: '取消', callOffAsk: '取消这次到访？', callOffReason: '取消的原因', reschedule: '改期、改议程', assign: '换专家',
    conflicts: '不一致，等专家选定', conflictsNote: '两台手机在同一项上写了不同的内容。两边都留着，选定一个才算。', keep: '用这个', keepBoth: '两段都留，接在一起', onlyExpert: '由这次到访的专家选定。', taken: '（已删去）', empty: '（空）',
    by: (name: string, at: string, device: string) => `${name}，${at}，${device}`, atDesk: '工作台',
    phones: '手机', noPhones: '还没有手机带走这次到访。', phone: { taken: '带走', synced: '最近同步', never: '还没有回来', remaining: (n: number) => `还有 ${n} 条没传`, done: '已传完', skew: (words: string) => `时钟偏差 ${words}`, revoked: '已撤销' },
    skew: { fast: (words: string) => `快 ${words}`, slow: (words: string) => `慢 ${words}`, days: (n: number) => `${n} 天`, hours: (n: number) => `${n} 小时`, minutes: (n: number) => `${n} 分钟` },
    record: '现场记录', noRecord: '还没有传来记录。', photos: '照片、录音', noRule: '不针对某条细则', missing: '还没传到', listen: '播放录音', place: '位置', deviceAt: '手机时间', serverAt: '收到时间', fingerprint: '指纹',
    signatures: '签字', unsigned: '还没有签字', stale: '签字以后内容改过，要重新签', declined: (reason: string) => `不签，理由：${reason}`, signedBy: (name: string, role: string, at: string) => `${name}${role ? `（${role}）` : ''} ${at}`, drawn: '手写签字',
    late: '结束以后传来的', lateNote: '另行留存，没有计入结果。', history: '办理历程', report: '报告', download: (format: string) => `下载 ${format}`, overall: '总体意见', counts: (met: number, partly: number, not: number, na: number) => `达到 ${met}，部分达到 ${partly}，未达到 ${not}，不适用 ${na}`,
  },
  devices: {
    title: '到访用的手机', lead: '手机丢了就撤销：它下次联网时会自行清除，到访也不再等它。', empty: '还没有登记过手机。专家在手机上打开评估页，就会登记。', columns: { name: '设备', owner: '专家', registered: '登记', seen: '最近联网', state: '状态' },
    inUse: '在用', revoked: '已撤销，等它联网', wiped: '已通知清除', revoke: '撤销', revokeAsk: '撤销这台手机？它里面还没传来的内容会被清除。', reason: '原因',
  },
  work: {
    lead: '专家要来看什么、什么时候来，看完以后的记录和签字。', empty: '现在没有安排到访。', emptyNote: '安排好的到访会出现在这里，也会发消息。', purpose: '这次看什么', prepare: '请准备好自评里提到的材料和场地，不需要另做汇报材料。',
    notYet: '记录还没有传齐，传齐以后在这里看、在这里签字。', called: (reason: string) => `已取消：${reason}`, signTitle: '社区签字', signLead: '请看完记录。签字表示“情况记录属实”，不表示同意每一个等级。', name: '姓名', role: '职务', agree: '记录属实，签字', disagree: '不同意', refusal: '不同意的理由', refusalHint: '写明哪一条、为什么；会和记录放在一起，交给办公室。', sign: '签字', decline: '提交不同意的理由', signed: '社区已经签字。', sheet: '现场等级', seen: '现场所见', of: (all: number) => `共看了 ${all} 条`, pdf: '下载 PDF',
  },
  report: { title: (community: string) => `${community}实地评估报告`, head: '中国儿童友好社区促进计划', community: '社区', days: '到访日期', notice: '通知方式', levels: '各条细则', observations: '现场所见', signatures: '签字', results: '结果', photos: (n: number) => `照片 ${n} 张，录音见系统`, hash: '内容指纹（SHA-256）', draft: '尚未形成结果', note: 'English translation below; the Chinese text prevails.', pageOf: ['第 ', ' 页，共 ', ' 页'] },
};
