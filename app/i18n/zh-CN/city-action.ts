/** 一项行动 at the desk: read and written. */
export default {
  now: { title: (year: number) => `${year} 年现在怎么样`, lead: '驾驶舱里这一格的依据：实际对照现在应达的数；点指标看轨迹', alerts: '看预警', places: '各地现在怎么样', place: '地区', expected: (said: string) => `应达 ${said}` },
  edit: '修改这项行动', editing: (name: string) => `修改：${name}`, public: '公众看到的这一项', back: '看整个计划', newLead: '写好保存以后回到行动页；公众看到的仍是上一次发布的内容。',
  what: '这项行动', goal: '总目标', noGoal: '还没有写', campaign: '专项行动', noCampaign: '不属于专项行动', about: '要做的事', noAbout: '还没有写', otherLanguage: '英文', noEnglish: '还没有英文',
  pastYears: (years: string) => `文字里还写着 ${years} 年，早于这个计划的第一年。看看要不要改。`,
  toReview: (many: number) => `这项行动有 ${many} 个目标是从上一期带来的，还没有核对。`, checkNow: '去核对',
  leads: { title: '牵头和协同', none: '还没有写谁来牵头。发布以前要写上。', department: '部门', role: '责任', from: '起始日', until: '终止日', state: '现在', open: '没有定', roles: { lead: '牵头', co: '协同' }, states: { now: '在任', over: '已结束', later: '还没开始' }, inferred: '推定' },
  numbers: { title: '数字指标', none: '这项行动还没有指标。', indicator: '指标', baseline: '基线', standing: '现在', record: '登记', targets: '逐年目标', actual: (said: string) => `实际 ${said}`, missing: '未报', to: (name: string) => `登记 ${name} 的数值` },
  marks: { title: '里程碑', name: '里程碑', year: '目标年份', state: '现在', proof: '佐证', who: '谁登记的', none: '还没有材料', noYear: '没有定' },
  tasks: '任务', noTasks: '这项行动没有另列任务。',
  money: { title: '预算', none: '还没有写。', year: '年份', amount: '万元', source: '来源', sum: '合计' },
  form: {
    words: '名称和要做的事', pick: '选一个', search: '输入名称或编号查找', row: (nth: number) => `第 ${nth} 行`, remove: '删去', removeRow: (name: string) => `删去${name}`,
    addLead: '加一个部门', addIndicator: '加一个指标', addBudget: '加一年预算', addTask: '加一项任务', inferred: '来源没有写明，是推定的',
    leadsHint: '换部门时，给原来的写上终止日，再加一行。', indicatorsHint: '没有数字目标的指标只选名称，逐年留空。', budgetsHint: '一年一行，单位是万元。', tasksHint: '改名称不影响已经记下的进展。',
    department: '部门', role: '责任', from: '起始日', until: '终止日（可空）', indicator: '指标', baseYear: '基线年份', baseValue: '基线', op: '要求', target: (year: number) => `${year} 年目标`, number: (year: number) => `${year} 年的数`, max: (year: number) => `${year} 年到`, year: '年份', amount: '万元', source: '来源', dueOn: '完成日', taskZh: '中文名称', taskEn: '英文名称',
    ops: { '>=': '不低于', '<=': '不高于', '>': '高于', '=': '等于', range: '范围' }, milestoneYear: '哪一年办成', noYear: '没有定年份', usedIn: (code: string) => `已在 ${code}`, unit: (said: string) => `单位：${said}`, carried: '上一期带来，核对过，照用',
    at: (list: string, row: number, field: string) => `${list}，第 ${row} 行，${field}`,
    unsaved: '有改动还没有保存', leave: '离开，不保存', stay: '留下继续写', unsavedLong: '离开这一页，刚才的改动就没有了。', cancel: '不改了',
  },
};
