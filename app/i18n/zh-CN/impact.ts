import type { DataKind, Leftover, Purpose, State, Trigger } from '#app/domain/children/impact-assessments/model.ts';

/** 个人信息保护影响评估. */
export default {
  title: '个人信息保护影响评估',
  lead: '新的用途、新的合作方、公开孩子的信息之前先评估：为什么、会出什么事、怎么防。写的人和审批的人不能是同一个人；报告和处理情况至少存三年。',
  new: '写一份评估', none: '还没有评估。新的用途和合作方要有审批通过的评估才能启用。', noneFound: '没有符合条件的评估。换个条件再查。',
  find: '查找', findHint: '标题或编号', state: '状态', ending: '到期', endings: { soon: '六十天内到期', over: '已过期' },
  columns: { title: '评估', subject: '评的是什么', until: '有效期至', people: '撰写、审批', state: '状态' },
  states: { draft: '草稿', submitted: '待审批', returned: '退回修改', approved: '已审批', withdrawn: '已撤销' } satisfies Record<State, string>,
  over: '已过期', version: (n: number) => `第 ${n} 版`, delivered: '随系统交付',
  deliveredNote: '这份评估随系统交付，让第一版规则能够公布。它不能代替本单位自己的评估：请在有效期内写一份，由另一位负责人审批。',
  purposes: { registration: '登记孩子的账号', participation: '参加建议、议事会和问卷', portrait: '公开孩子的照片', sharing: '提供给别的单位', 'survey-identity': '记名调查', exhibition: '展出孩子的作品' } satisfies Record<Purpose, string>,
  triggers: { sensitive: '处理敏感个人信息', automated: '自动化决策', entrust: '委托处理', provide: '提供给其他处理者', publish: '公开', other: '其他重大影响' } satisfies Record<Trigger, string>,
  dataKinds: {
    name: '姓名', birthday: '出生日期', nickname: '昵称', 'guardian-contact': '监护人联系方式', address: '住址', school: '学校', health: '健康情况', picture: '照片', voice: '声音', works: '作品', words: '孩子说的话', answers: '问卷答案', report: '保护报告内容',
  } satisfies Record<DataKind, string>,
  leftovers: { low: '低', middle: '中', high: '高' } satisfies Record<Leftover, string>,
  fields: {
    region: '适用地区', title: '标题', purpose: '处理目的和方式', purposes: '涉及的用途', triggers: '应当评估的情形', dataKinds: '信息种类', lawfulness: '合法、正当', necessity: '必要性', risks: '对儿童权益的影响和风险',
    risk: '风险', likelihood: '可能性', impact: '影响', measure: '措施', left: '措施之后', conclusion: '结论', validUntil: '有效期至', note: '意见',
  },
  hints: {
    region: '不选就是全国', purpose: '做什么、怎么做、谁来做', purposes: '公布新用途时引用这里勾选的', triggers: '个人信息保护法第五十五条', lawfulness: '依据是什么：同意、法定职责，还是合同', necessity: '为什么非要这些信息，少一点行不行',
    risks: '可能性和影响各填 1—4。措施之后仍是“高”的不能通过。空行不算。', validUntil: '最长三年',
  },
  line: (n: number, name: string) => `第 ${n} 项风险：${name}`, weight: '原有风险', addLine: '再加一项风险',
  save: '保存草稿', saveNext: '保存为下一版草稿', submit: '送审', submitAsk: '送审以后，审批之前不能再改。现在送审吗？',
  edit: '修改', revise: '写下一版', approve: '通过', approveAsk: '确认通过这份评估？通过以后内容不能再改，新的用途和合作方可以引用它。', return: '退回', returnAsk: '退回这份评估，让撰写人修改？', withdraw: '撤销', withdrawAsk: '撤销以后不能再引用；已经启用的不会自动停止，请逐个处理。',
  print: '打印', all: '各版本', written: (by: string, at: string) => `${by} 写于 ${at}`, decided: (by: string, at: string) => `${by} 审批于 ${at}`, ownWait: '您写的评估由另一位负责人审批。',
  nation: '全国', nothing: '无', note: '审批意见',
};
