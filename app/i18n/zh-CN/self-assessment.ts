import type { Level } from '#app/domain/base/rule-results/model.ts';
import type { Move, Status, Why } from '#app/domain/pilot/self-assessment/model.ts';

/** 自评. */
export default {
  title: '自评',
  titleOf: (year: number) => `${year} 年自评`,
  lead: '对照建设规范，一年看一次走到哪里。不是考试：照实填，差在哪里写在哪里，后面的计划和咨询才帮得上。',
  levels: { met: '已达到', partly: '部分达到', 'not-met': '未达到', 'not-applicable': '不适用' } satisfies Record<Level, string> as Record<Level, string>,
  statuses: { draft: '填写中', submitted: '已提交', correcting: '更正中' } satisfies Record<Status, string> as Record<Status, string>,
  moves: { better: '提高', worse: '下降', same: '不变', new: '新评', gone: '不再评' } satisfies Record<Move, string> as Record<Move, string>,
  why: { level: '还没有选', reason: '要写一句理由', proof: '写一句怎么做到的，或引用一件佐证', confirm: '沿用的，还没有确认', conflict: '两个人写得不一样，请选定一份' } satisfies Record<Why, string> as Record<Why, string>,
  points: (score: string) => `${score} 分`,
  noScore: '—',
  years: {
    list: '历年自评', none: '这个社区还没有做过自评。', year: '年份', status: '状态', score: '得分', edition: '规范版本', at: '提交时间', begin: '开始一份自评',
    beginLead: '随时可以开始，一个社区一年一份；可以几个人一起填，自动保存。', beginButton: '开始填写', compare: '历年对比', formerly: (code: string) => `原代码 ${code}`,
    hint: '通常选今年；补做以前的年份也可以，以后的年份不行。',
  },
  home: {
    sections: '五个板块', section: '板块', done: '已填', score: '得分', who: '谁在填', nobody: '没有分给谁', unit: (done: number, all: number) => `${done} / ${all}`,
    colleague: '同事', note: '留言（选填）', giveButton: '分给', takeBack: '收回', givenBy: (by: string, day: string) => `${by}于 ${day}分出`, delegate: '分工', delegateLead: '把板块分给同事，对方会收到消息；别人也仍然可以帮着填，写过的内容都在。',
    copy: '沿用上次', copyLead: (year: number) => `把 ${year} 年提交的结果和佐证带过来，只带还没填的；带过来的都标着“沿用”，逐条看过、确认了才算填完。`, copyButton: (year: number) => `沿用 ${year} 年`,
    copied: (rules: number, left: number) => `已沿用 ${rules} 条。${left ? `有 ${left} 件佐证已经过期或撤回，没有带过来，请换新的。` : ''}`,
    musts: (n: number) => (n ? `${n} 条应达项还没有达到` : '应达项都已达到'),
    lacks: (n: number) => `还有 ${n} 条没有填完`, complete: '都填完了，可以提交',
    more: (n: number) => `还有 ${n} 条，见各板块`,
    submit: '提交', truthful: '本单位承诺：以上自评照实填写，佐证真实，可以接受实地核对。', submitButton: '提交自评', submitLead: '提交后冻结，给出回执，计入社区当年的结果；之后发现不对，可以写明原因更正。',
    mustTick: '请勾选承诺后再提交。', notGovernment: '由街道（乡镇）经办人提交；您填好以后告诉对方。',
    correct: '更正', correctLead: '更正会生成新的一版，原来的一版和原因都留着；新的一版提交之前，原来的结果照常有效。', correctReason: '更正原因', correctButton: '开始更正', correctShort: '请写明更正原因，至少 4 个字。',
    correcting: (reason: string) => `正在更正，原因：${reason}。提交之前，上一版的结果照常有效。`,
    submitted: (day: string, who: string) => `已于 ${day}由${who}提交。`, receipt: '回执', print: '打印', xlsx: '导出 Excel', csv: '导出 CSV', rounds: '各版', round: (n: number) => `第 ${n} 版`, reason: '更正原因',
    newEdition: (name: string) => `这份自评用的是“${name}”。之后又发布了新的版本，下一年的自评会用新版。`,
  },
  form: {
    here: (id: string, name: string) => `${id} ${name}`, rail: '各板块', where: (n: number, of: number) => `第 ${n} 板块，共 ${of} 个`, overview: '总览和提交', reason: '理由', reasonHint: '已达到：怎么做到的；部分达到：差在哪里；不适用：为什么。未达到可以不写。',
    confirm: '今年还是这样', confirmLabel: '沿用确认', copied: (year: number) => `沿用 ${year} 年`, confirmAll: (n: number) => `本板块 ${n} 条沿用的都还是这样`, threshold: '阈值',
    prev: '上一板块', next: '下一板块', toEnd: '总览和提交', save: '保存', saved: (time: string) => `已于 ${time} 保存`, why: (n: number) => `还有 ${n} 条没有填完`,
    held: (name: string) => `这个板块分给了${name}。您也可以填，两个人同时写的都会留着。`, mine: (note: string) => `这个板块分给了您。${note}`, closed: '这份自评已经提交，只能查看。',
    evidence: '佐证', noEvidence: '还没有引用佐证', cite: (title: string) => `引用“${title}”`, more: '选佐证', uncite: '不再引用', unciteOf: (title: string) => `不再引用“${title}”`,
    standings: { valid: '', soon: '快到期', expired: '已过期', 'not-yet': '未生效', withdrawn: '已撤回' }, changed: '引用后更正过',
    byData: '按数据：', reached: '已达到', notReached: '未达到', from: { community: '社区档案', evidence: '佐证', system: '系统计数' }, figure: (figure: string, unit: string, bound: string) => `${figure}${unit ? ` ${unit}` : ''}，要求${bound}`,
    bounds: { '>=': (n: number) => `不少于 ${n}`, '<=': (n: number) => `不多于 ${n}` }, differs: '和您选的不一样，请再看一眼。', musts: (n: number) => (n ? `应达项未达到：${n} 条` : '应达项都已达到'), whole: '已填完',note: '离开再回来，填过的都在。',
  },
  rule: {
    title: (id: string) => `${id} 的佐证`, cited: '已引用', offers: '可以引用的佐证', offersLead: '先是这条细则以前用过的，再是合适的种类。没有的，先去录入，再回来引用。', search: '按内容查找', go: '查找', none: '没有合适的佐证。', add: '录入新的佐证', cite: '引用', back: '回到填写',
    why: { rule: '这条细则用过', words: '内容相符', kind: '种类合适' }, until: (day: string) => `有效至 ${day}`, times: (n: number) => `被引用 ${n} 次`,
  },
  radar: { label: '五个板块的得分雷达图，分数写在各板块名旁边', before: (year: number) => `虚线：${year} 年`, now: '实线：现在', whole: '得分' },
  compare: {
    title: '历年对比', lead: '第一列是申报时的快速自查（未经核实），之后一年一列。图和表说的是同一组数。', table: '各板块得分', section: '板块', all: '全部', quick: '申报自查', draft: (year: number) => `${year} 年（填写中）`, of: (year: number) => `${year} 年`,
    chart: '得分走势图，数字见表', moves: (before: string, after: string) => `${before} → ${after}：变了的细则`, rule: '细则', before: '之前', after: '之后', change: '变化', none: '没有变化。', few: '有两次以上的结果，才能对比。', unsaid: '没有说',
  },
  receipt: {
    title: '自评回执', unit: '社区', year: '年份', round: '版次', at: '提交时间', beijing: '（北京时间）', by: '提交人', score: '得分', code: '回执码', hash: '指纹（SHA-256）', edition: '规范版本', reason: '更正原因',
    verify: '任何人都可以用指纹在“核验”页查到：这份自评什么时候提交、封存在办理记录里、没有改过。', check: '核验', seal: { unsealed: '刚刚登记，几分钟内封存', sealed: '已封存，总封第二天公布', rooted: '已封存，总封已公布' }, sealTerm: '封存',
  },
  print: { title: (unit: string, year: number) => `${unit} ${year} 年儿童友好社区自评表`, foot: (code: string, time: string) => `回执码 ${code}，提交于 ${time}（北京时间）`, draft: '草稿，还没有提交' },
  sheet: { name: '自评', rule: '细则', kind: '要求程度', section: '板块', norm: '规范要求', text: '内容', level: '等级', reason: '理由', evidence: '佐证' },
  desk: {
    title: '自评', lead: '各社区提交的自评。没有提交的草稿只有社区自己看得到。', unit: '社区', place: '所在地', year: '年份', score: '得分', musts: '应达项未达到', round: '版次', at: '提交时间', status: '状态', all: '全部',
    band: '得分段', bands: { high: '80 分及以上', middle: '60–80 分', low: '60 分以下' }, search: '社区名称', none: '没有符合条件的自评。', noneYet: '还没有社区提交自评。提交后会出现在这里。', code: '区划代码', edition: '规范版本',
    rule: '细则', level: '等级', reason: '理由', evidence: '佐证', rounds: '各版', levelFilter: '等级', of: (n: number) => `${n} 条`, radar: '五个板块', noEvidence: '没有引用', hash: '指纹', correcting: '社区正在更正，下面是上一版。',
  },
};
