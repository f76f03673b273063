import type { AlertSums } from '#app/domain/city/monitoring-reports/model.ts';

const alertsIn = ({ closed, ended, unwatched, open }: Omit<AlertSums, 'all'>) => `答复办结 ${closed} 条，自行解除 ${ended} 条，${unwatched > 0 ? `计划结束、不再监测 ${unwatched} 条，` : ''}未办结 ${open} 条`;

/** 监测报告 of plans: the desk, the public page, the documents. */
export default {
  title: '监测报告', open: '监测报告',
  lead: '每年一份监测报告，计划到期再写一份总结报告。数字由系统取自计划、报来的数和预警，您只写数字说不出来的话，由另一位同事审核后发布。',
  kinds: { yearly: '年度监测报告', closing: '总结报告' },
  of: (plan: string, kind: 'yearly' | 'closing', year: number) => (kind === 'closing' ? `${plan}总结报告` : `${plan}${year} 年度监测报告`),
  short: (kind: 'yearly' | 'closing', year: number) => (kind === 'closing' ? '总结报告' : `${year} 年度监测报告`),
  edition: (number: number) => `第 ${number} 版`, states: { draft: '起草中', 'handed-up': '待审核', published: '已发布' },
  none: '还没有监测报告。选一个已经结束的年份开始。', noneOver: '计划的第一年还没有结束，现在还不能写监测报告。', noneDraft: '计划还没有发布，发布以后才能写监测报告。',
  writableFrom: (year: number, day: string) => `${year} 年的监测报告从 ${day}起可以写。`, earlier: '这个地方别的计划的报告',
  start: '起草报告', startAsk: '系统会把计划、报来的数、轨迹、预警和任务按现在的样子取进来。',
  fields: { kind: '种类', year: '年份', why: '更正说明', words: '退回意见', saved: '版本', summaryZh: '总体情况（中文）', summaryEn: '总体情况（英文）', workZh: '主要工作（中文）', workEn: '主要工作（英文）', problemsZh: '存在的问题（中文）', problemsEn: '存在的问题（英文）', nextZh: '下一步（中文）', nextEn: '下一步（英文）' },
  whyHint: '这一年已经发布过报告时必填：更正了什么、为什么。以前的版本仍可查阅。',
  columns: { report: '报告', edition: '版本', state: '状态', by: '起草', published: '发布' },
  write: '撰写', writeLead: '哪些数字已经在下面，不用再写一遍。总体情况必填，英文可以不写。', save: '保存', refresh: '更新数字', refreshAsk: '把计划、报来的数和预警按现在的样子重新取一遍，写好的话不变。',
  handUp: '提交审核', handUpAsk: '提交以后数字和文字都不再变，直到退回或发布。', handUpNeeds: '现在还不能提交：请先写好“总体情况（中文）”并保存。', publish: '审核发布', publishAsk: '发布以后所有人都能看到，内容不能再改；要更正就另出一版。', sendBack: '退回修改', sendBackAsk: '写明要改什么。', waitsForOther: '等另一位同事审核：提交人不能自己审核。', returnedWith: (words: string) => `被退回：${words}`,
  asOf: (when: string) => `数字取自 ${when}`, public: '公众看到的页面', download: (format: string) => `下载 ${format}`, pdf: 'PDF', word: 'Word', history: '办理历程',
  example: '示例：各年的数和材料都是虚构的，不要引用；目标出自哪里见计划的说明。',
  chapters: { summary: '总体情况', work: '主要工作', problems: '存在的问题', next: '下一步' },
  sums: { asked: '有目标的数字指标', reached: '达到目标', short: '未达到', onPath: '按进度', behind: '落后', missing: '未报', notDue: '还没到期', milestones: '里程碑办成', undone: '里程碑未报', tasks: '任务办成', alerts: '预警', alertsSaid: ({ all, ...sums }: AlertSums) => (all === 0 ? '没有预警' : `共 ${all} 条：${alertsIn(sums)}`), of: (some: number, all: number) => `${some} / ${all}`, items: (many: number) => `${many} 项` },
  actions: '各项行动', lead1: (names: string) => `牵头：${names}`, noLead: '没有写明牵头部门',
  lights: { reached: '达到目标', 'on-path': '按进度', behind: '落后', 'far-behind': '明显落后', short: '未达到', 'no-figure': '未报', 'not-due': '还没到期', 'not-asked': '只看走势' },
  figure: { year: '期次', target: '目标', actual: '实际', source: '来源', who: '谁在什么时候报的' }, hidden: '为保护个别地区的孩子，不公开', notReported: '未报', late: '逾期', reportedBy: (by: string, day: string) => `${by} ${day}`.trim(),
  milestones: { name: '里程碑', year: '目标年份', state: '状态', source: '佐证' }, undone: '没有办成', done: '办成',
  tasks: { title: '任务', name: '任务', due: '完成时限', state: '进展', proof: '佐证', states: { open: '还没有开始', doing: '正在做', done: '办成了', stopped: '不再做' } },
  chart: (name: string, unit: string) => `${name}${unit ? `（${unit}）` : ''}：虚线是预期路径，实线是实际，方块是目标；同样的数在旁边的表里`, expected: '预期路径', actual: '实际', target: '目标',
  districts: (year: number) => `各区县 ${year} 年`, districtsLead: '每个区县按自己的目标看；没有自己的目标的，比率按全市目标看。有目标、没有报来的写“未报”；没有目标或者目标还没到期、也没有报来的写“—”。', notAsked: '没有目标，或者目标还没到期', district: { indicator: '指标', reached: '达到或按进度', behind: '落后', missing: '未报', none: '无' }, place: '区县',
  alerts: '预警与处置', alertsLead: '哪些预警发出了、怎么答复、谁办结。', manyAlerts: ({ all, ...sums }: AlertSums) => `共 ${all} 条预警：${alertsIn(sums)}；点开看每一条`, noAlerts: '这段时间没有预警。', alert: { raised: '发出', what: '地区和指标', level: '级别', answer: '原因和措施', closed: '办结' }, levels: { yellow: '黄', orange: '橙', red: '红' }, alertStates: { open: '等待答复', answered: '已答复', closed: '答复办结', ended: '自行解除', unwatched: '计划结束，不再监测' }, verdicts: { real: '属实', false: '不属实' }, whole: '全市',
  missing: '缺的数', missingLead: '下面这些指标有目标，但没有报来数，不写成 0，也不画在图上。', noMissing: '没有缺的数。',
  corrections: '更正过的数', correction: (name: string, period: string, from: string | null, on: string, why: string) => `${name}，${period}：${from === null ? '原来的数不公开' : `原为 ${from}`}，${on}更正，${why}`,
  about: '关于本报告', planRevision: (revision: number, hash: string) => `依据计划第 ${revision} 次发布（指纹 ${hash}）`, fingerprint: '内容指纹', fingerprintWhy: '发布以后文字和数字都不再变：后来报来和更正的数看计划页，报告自己要更正就另出一版。同样的内容印出来的文件每个字节都一样，可以核对。', editions: '历次版本', old: '您看的是以前的一版。', toNewest: '看现行的一版', why: (words: string) => `更正说明：${words}`, publishedBy: (name: string, when: string) => `${name}，${when}发布`, closing: '结束说明',
  pageOf: ['第 ', ' 页，共 ', ' 页'] as [string, string, string], draftNote: '草稿，还没有发布', comma: '、', colon: '：', nation: '全国',
};
