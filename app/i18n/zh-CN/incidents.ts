import type { DataKind, IncidentKind, IncidentState, NoticePart, ScopeKind, Way } from '#app/domain/children/incidents/model.ts';

/** 个人信息安全事件. */
export default {
  title: '儿童个人信息安全事件',
  lead: '孩子的信息泄露、被改、丢失、被乱用，或者可能发生了，马上在这里报告。先控制住，再核实影响了谁，告知家庭和主管部门；由另一个人结案。',
  report: '报告事件', none: '没有安全事件。发现了请马上报告，宁可多报。',
  columns: { what: '发生了什么', found: '发现时间', affected: '受影响、已告知', clocks: '时限', state: '进度' },
  states: { reported: '已报告', contained: '已控制', told: '已告知', closed: '已结案' } satisfies Record<IncidentState, string>,
  kinds: { leak: '泄露', tampering: '被篡改', loss: '丢失', misuse: '被乱用' } satisfies Record<IncidentKind, string>,
  dataKinds: {
    name: '姓名', birthday: '出生日期', nickname: '昵称', guardian: '监护人信息', consents: '同意记录', words: '孩子说的话', pictures: '照片、图画', voice: '声音', answers: '问卷答案', places: '地点', codes: '班级码、登录卡',
  } satisfies Record<DataKind, string>,
  possible: '可能发生', nation: '全国', late: { authority: '向主管部门报告已逾期', tell: '告知家庭已逾期' },
  form: {
    lead: '知道多少写多少，别的以后补。', region: '地区', regionHint: '影响到哪里就选哪里，拿不准选大一点。', kind: '种类', isPossible: '确定还是可能', yes: '可能发生，还不确定', no: '已经发生', what: '发生了什么', whatHint: '事实，不写孩子的名字', cause: '原因', causeHint: '现在知道的或者估计的',
    touched: '涉及哪些记录、地区、账号', dataKinds: '涉及哪几种信息', foundAt: '发现时间', foundByName: '发现人', save: '马上报告',
  },
  due: (at: string) => `限 ${at}`, doneAt: (at: string) => `${at} 完成`,
  history: '经过', facts: '情况', reportedBy: (by: string, at: string) => `${by}报告于 ${at}`, clocks: { authority: '向主管部门报告', tell: '告知家庭' },
  measures: {
    title: '一、处置措施', lead: '停账号、收回授权、换码、找回、报警：做一件记一件，写明时间。', none: '还没有措施。先控制住。', what: '做了什么', takenAt: '什么时候', save: '记下措施',
  },
  scopes: {
    title: '二、影响了谁', lead: '按碰到的东西查，只出编号，不出姓名。查几次都行，同一个孩子只列一次；告知以后再查到的马上告知。', none: '还没有核实。', kind: '按什么查',
    kinds: { region: '一个地区的全部孩子', looks: '一段时间被查阅过身份的孩子', children: '一串编号', 'class-code': '用过一个班级码的孩子（没有身份）' } satisfies Record<ScopeKind, string>,
    region: '地区代码', regionHint: '本事件地区以内，例如 340111400', from: '从', to: '到', byName: '查阅人姓名', byNameHint: '不填就是所有人', numbers: '编号', numbersHint: '八位编号，一行一个', code: '班级码', reason: '为什么这样查', save: '核实',
    found: (n: number) => `新查到 ${n} 名`, nameless: (n: number) => `用过 ${n} 次，没有身份：贴告示、由老师当面说`,
  },
  authority: { title: '三、向主管部门报告', lead: '法律要求立即报告。报告以后把部门、时间、回执号记在这里。', authority: '部门', authorityHint: '网信、公安、教育、民政', number: '回执号或文号', reportedAt: '报告时间', save: '记下报告', done: (to: string, number: string, at: string, by: string) => `${at} 已报告${to}${number ? `（${number}）` : ''}，${by}登记` },
  notice: {
    title: '四、告知家庭', lead: '法律列明的六项都要写，用家长看得懂的话。发出后不能改：有账号的监护人马上收到，孩子在“我的”页面看到儿童版，其余的打印书面告知书。',
    parts: { kinds: '涉及的信息种类', cause: '原因', harm: '可能造成的危害', measures: '我们采取的补救措施', advice: '您可以怎样减轻危害', contact: '联系方式' } satisfies Record<NoticePart, string>,
    child: '儿童版', childHint: '一句一行，两到八句；每句十五个字以内最好', save: '发出告知书', saveAsk: (n: number) => `要告知 ${n} 名孩子的家庭，发出后不能改。确认发出吗？`, sent: (at: string, by: string) => `${by}于 ${at} 发出`, letters: '打印书面告知书', left: (n: number) => `还有 ${n} 户没有账号，要送书面告知书。`,
    nobody: '不必告知', nobodyLead: '只有采取的措施能够有效避免危害时才可以不告知；主管部门认为可能造成危害的，仍要告知。', nobodyReason: '为什么不会有危害', nobodySave: '写明理由，不告知', notTold: (reason: string) => `没有告知家庭，理由：${reason}`,
  },
  log: { title: '告知记录', none: '名单还是空的。', number: '孩子编号', erased: '已删除的孩子', place: '地区', way: '方式', at: '时间', guardians: (n: number) => `${n} 位监护人`, ways: { 'in-app': '站内消息', paper: '书面' } satisfies Record<Way, string>, untold: '未告知', most: (n: number) => `只列出前 ${n} 行。` },
  closing: { title: '五、结案', lead: '由报告人以外的人结案。写清以后怎么避免。', lessons: '教训和改进', save: '结案', saveAsk: '结案以后不能再改。确认结案吗？', own: '这起事件是您报告的，要由另一位负责人结案。', done: (by: string, at: string) => `${by}于 ${at} 结案` },
  hours: { title: '时限', lead: (authority: number, tell: number) => `现在：发现后 ${authority} 小时内报告主管部门，${tell} 小时内告知家庭。`, authorityHours: '报告主管部门（小时）', tellHours: '告知家庭（小时）', save: '改时限', saved: '时限已经改好，以后报告的事件按新的算。' },
  letter: {
    title: '书面告知书', lead: '没有账号的家庭要送书面告知书。打开姓名要写理由，每一次都有记录；打印后当面交给监护人，回来勾选登记。', reason: '为什么打开姓名', open: '打开姓名并打印', to: (name: string) => `${name}的监护人：`, hello: '我们依法告知您一件关系到孩子个人信息安全的事。', child: '给孩子看的', sign: '监护人签收：____________　日期：____________', print: '打印全部', none: '没有要送书面告知书的家庭。',
    poster: '贴在教室和社区的告示（没有姓名）', noteTitle: '登记送达', note: '勾选已经送到的，登记。', save: '登记送达', may: '打开姓名的，是当地的负责人（政府工作人员）。请联系当地打印送达。',
  },
  family: { title: '关于您孩子个人信息安全的告知', lead: '我们依法告知您。有不清楚的，请打下面的电话问。', told: (at: string) => `${at} 告知`, possible: '这件事可能发生了，还在核实。', child: '给孩子看的', rights: '您随时可以查看、更正或者删除孩子的信息。' },
  work: { title: '报告信息安全事件', lead: '登记表丢了、账号被人用了、照片发错了群：马上报告，不追究报告的人。', mine: '我报告的', sent: '已经报告，负责人马上会收到。请先把能控制的控制住。', none: '您还没有报告过。' },
};
