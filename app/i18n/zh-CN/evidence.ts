import type { FactKey } from '#app/domain/base/evidence/facts.ts';
import type { AgeBand, Citer, Confidentiality, Kind, Standing } from '#app/domain/base/evidence/model.ts';

/** 佐证: entered once, cited by many. */
export default {
  title: '佐证',
  lead: '事实、数字、照片和文件，在这里录入一次；自评、报告、申报、计划和案例都可以引用，不用再传。',
  add: '录入佐证', exportCsv: '导出表格', search: '按名称、来源、地点查找', go: '查找', all: '全部', allKinds: '所有种类', allRules: '所有细则', clear: '清除条件',
  standing: '状态', kind: '种类', rule: '证明的细则', uncited: '还没有被引用', list: '佐证清单', previous: '上一页', next: '下一页',
  empty: '还没有佐证。把手边的一份文件、一张照片或一个数字录进来，以后到处都能用。',
  none: '没有符合条件的佐证。',
  columns: { title: '名称', kind: '种类', valid: '有效期', standing: '状态', cited: '引用', place: '所属', confidentiality: '公开范围', hash: '指纹' },
  times: (n: number) => (n === 0 ? '还没有' : `${n} 处`),
  since: (from: string) => `${from}起`,
  until: (from: string, to: string) => `${from}至 ${to}`,
  kinds: { fact: '事实', number: '数字', photo: '照片', document: '文件', statement: '盖章说明', observation: '现场所见' } satisfies Record<Kind, string>,
  kindHints: {
    fact: '一句话能说清的事，例如“儿童议事会每季度召开一次”。', number: '一个统计数，例如儿童人数、室内面积。填过以后，别的表会自动带出。',
    photo: '现场或活动的照片。人物请取得同意，尽量不拍清儿童面孔。', document: '制度、会议纪要、协议、台账封面等扫描件。',
    statement: '盖章的情况说明。涉及个案、人员查询的，只写数量和结论，不附原件。', observation: '评估人员或工作人员到现场看到的情况。',
  } satisfies Record<Kind, string>,
  standings: { valid: '有效', soon: '快到期', expired: '已过期', 'not-yet': '未生效', withdrawn: '已撤回' } satisfies Record<Standing, string>,
  confidentialities: { public: '可公开', office: '工作用', sealed: '封存' } satisfies Record<Confidentiality, string>,
  confidentialityHints: {
    public: '引用它的公开页面上，公众可以看到。', office: '只有本地政府、办公室和评估人员能看。', sealed: '只有本社区和街道能看；上级要看须写明理由，每次打开都留记录。',
  } satisfies Record<Confidentiality, string>,
  ageBands: { '': '不分年龄', '0-3': '0–3 岁', '4-6': '4–6 岁', '7-12': '7–12 岁', '13-18': '13–18 岁' } satisfies Record<AgeBand, string>,
  citers: {
    'rule-answer': '自评', application: '试点申报', 'progress-report': '进展报告', visit: '实地评估', plan: '建设计划', case: '案例', evaluation: '评估', operation: '日常工作',
  } satisfies Record<Citer, string>,
  facts: {
    population: '常住人口', households: '户数', area: '社区面积', 'children-0-3': '0–3 岁儿童', 'children-4-6': '4–6 岁儿童', 'children-7-12': '7–12 岁儿童', 'children-13-18': '13–18 岁儿童',
    'children-left-behind': '留守儿童', 'children-migrant': '流动儿童', 'children-disabled': '残疾儿童', 'children-hardship': '困境儿童及低保家庭儿童', 'indoor-area': '室内儿童空间面积',
    'outdoor-area': '户外儿童活动场地面积', 'social-workers': '社工人数', 'childrens-directors': '儿童主任人数', volunteers: '服务儿童的志愿者人数',
  } satisfies Record<FactKey, string>,
  units: {
    population: '人', households: '户', area: '平方千米', 'children-0-3': '人', 'children-4-6': '人', 'children-7-12': '人', 'children-13-18': '人', 'children-left-behind': '人', 'children-migrant': '人',
    'children-disabled': '人', 'children-hardship': '人', 'indoor-area': '平方米', 'outdoor-area': '平方米', 'social-workers': '人', 'childrens-directors': '人', volunteers: '人',
  } satisfies Record<FactKey, string>,
  known: { title: '系统已掌握的数字', lead: '这些数字填表时会自动带出，不会再问。不对的，录入一条新的“数字”就会更新。', figure: '数字', value: '数值' },
  form: {
    newTitle: '录入佐证', newLead: '先选种类，再填几项。同样的内容或同一份文件，系统会认出来，不会存两遍。', correctTitle: '更正佐证', whichKind: '种类',
    never: '请不要上传：个案档案、无犯罪记录等查询结果、困境儿童等名册，以及任何人的身份证号码。需要证明这类工作的，请改用盖章说明（只写数量和结论），或由评估人员到现场查看后记“现场所见”。',
    title: '名称', titleHint: '别人一看就知道是什么，例如“2026 年儿童议事会第二次会议纪要”。', text: '内容', number: '数值', unit: '单位', unitHint: '例如 人、平方米、次。',
    factKey: '这是哪一项数据', factHint: '选了以后，申报表等会自动带出这个数，不再问。', factNone: '不在列表里', files: '文件', filesHint: '可以多选。照片会去掉拍摄地点等信息。',
    choose: '选择文件', fileRule: 'PDF、JPG、PNG、手机照片（HEIC），每份最大 20 MB，最多 10 份；断网后会接着传。', keep: '保留', kept: '已有的文件', place: '地点', placeHint: '在哪里，例如“社区儿童之家”。',
    validFrom: '有效自', validTo: '有效至', validToHint: '长期有效就不填。到期前 30 天和 7 天会提醒。', source: '来源', sourceHint: '谁出的、从哪里来的，例如“社区居委会”“街道统计 2026 年 6 月”。',
    ageBand: '年龄段', confidentiality: '公开范围', promise: '我确认：里面没有个案档案、查询结果、儿童名册和身份证号码。', reason: '更正的理由', save: '保存', saveCorrection: '保存更正', cancel: '不保存，返回', required: '必填', optional: '选填',
    problems: '还有几处要改', removeFile: '移除',
  },
  reuse: {
    title: '你已有这份材料', lead: '正在写的内容，下面可能已经有了。点开看看，能用就不用再录。', recent: '最近录入的', recentLead: '先看看有没有。已经有的，在自评、报告里直接引用。', none: '还没有相近的佐证。',
    whys: { rule: '证明过这条细则', words: '内容相近', kind: '种类合适' }, times: (n: number) => `引用 ${n} 处`, known: (title: string) => `你已有这份材料：《${title}》，不用再录。`,
    use: '用这份', inApplication: '社区已有的材料，可以直接用', filesOf: (n: number) => `${n} 份文件`,
  },
  piece: {
    known: '这份材料已经在这里，没有另存一份。下面就是它，可以直接引用。', added: '已录入。现在可以在自评、报告和计划里引用。', corrected: '已更正。引用它的地方会看到新内容，旧内容仍可查。',
    noFiles: '这一件没有附文件。', about: '基本情况', value: '内容', files: '文件', place: '地点', valid: '有效期', source: '来源', ageBand: '年龄段', belongs: '所属', by: '录入', byWhen: (name: string, when: string) => `${name}，${when}`,
    hash: '指纹', hashHint: '内容的 SHA-256。内容改一个字，指纹就不一样。', open: '查看', download: '下载', settles: '对应数据', confidentiality: '公开范围',
    citations: '被谁引用', citationsLead: '录入一次，用在这些地方。', notCited: '还没有被引用。在自评、报告或计划里选用它，这里就会列出来。', where: '用在', ruleOf: '细则', region: '社区', who: '引用人', when: '时间', changed: '引用后有更正', same: '与引用时一致',
    correct: '更正', withdraw: '撤回', withdrawLead: '撤回后不能再引用；已经引用的地方会标明“已撤回”，内容仍可查。', withdrawReason: '撤回的理由', withdrawGo: '确认撤回', withdrawnFor: (when: string, reason: string) => `${when} 撤回。理由：${reason}`,
    expired: (day: string) => `${day} 已到期，不能再引用。更新了的，请更正有效期；换了新材料的，请另录一件。`, soon: (day: string) => `${day} 到期。请提前换上新的，或更正有效期。`, notYet: (day: string) => `${day}起才有效，在此之前不能引用。`,
    sealed: '这件佐证是封存的。您不在本社区或街道工作，只能看到名称和有效期。', openSealed: '写明理由，打开文件', openReason: '查看的理由', sealedOwn: '这件佐证是封存的，每次打开文件都会留下记录。',
    history: '更正记录', version: (n: number) => `第 ${n} 版`, replaced: (when: string, name: string) => `${when} 由 ${name} 更正`, reason: '理由', before: '当时的内容', readOnly: '它属于别的地方，您可以引用，不能更正。',
  },
  csv: { file: (name: string) => `${name}佐证清单`, revision: '版次', added: '录入时间', from: '有效自', to: '有效至', source: '来源', number: '数值', unit: '单位', files: '文件数' },
};
