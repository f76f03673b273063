/** 驾驶舱: of a city, of one of its regions, of a department. */
export default {
  title: '行动计划驾驶舱',
  demo: '示例数据',
  none: '还没有公布的行动计划。先在“行动计划”里发布一个。',
  toPlans: '去行动计划',
  choose: { label: '换一个计划或年份', plan: '计划', year: '年份', show: '查看', others: '其他计划在列表里找', yearOf: (year: number) => `${year} 年`, indicator: '看哪个指标' },
  file: { open: '导出 Excel', code: '编号', name: '行动计划驾驶舱', about: '说明', asOf: '数取自', demo: '示例数据是虚构的。' },
  print: '打印', asOf: (day: string) => `数取自 ${day}`,
  public: '公众看到的记分卡',
  nation: '全国',
  kpi: {
    title: '要点', actions: '行动按进度', of: (all: number) => `/ ${all}`, split: (kept: { behind: number; missing: number; later: number; rest: number }) => [kept.behind > 0 ? `落后 ${kept.behind} 项` : '', kept.missing > 0 ? `缺数 ${kept.missing} 项` : '', kept.later > 0 ? `未到期 ${kept.later} 项` : '', kept.rest > 0 ? `没有可比的数 ${kept.rest} 项` : ''].filter(Boolean).join('，') || '没有落后，没有缺数',
    target: (said: string) => `目标 ${said}`, since: (period: string, much: string, sign: number) => (sign === 0 ? `和 ${period}持平` : `比 ${period}${sign > 0 ? '增加' : '减少'} ${much}`), points: (much: string) => `${much} 个百分点`, progress: (percent: number) => `为应达的 ${percent}%`, behindIn: (names: string, more: number) => `${names}${more > 0 ? `等 ${more} 地` : ''}落后`, below: (told: number, asked: number) => (asked === 0 ? '' : told === 0 ? '各地都还没有报' : told < asked ? `报了的 ${told} 地没有落后，${asked - told} 地未报` : '各地都没有落后'),
    alerts: '预警待答复', items: '条', today: (n: number) => (n > 0 ? `${n} 条的答复期限是今天` : ''), late: (n: number) => (n > 0 ? `${n} 条已过期限` : ''), red: (n: number) => `其中红色 ${n} 条`, quiet: '没有预警', real: (share: number | null, real: number, judged: number) => (share === null ? '近一年还没有判断过是否属实的' : `近一年属实 ${share}%（${judged} 条中 ${real} 条）`), noFigure: '未报',
  },
  heat: {
    title: (what: string) => `行动 × ${what}`, below: ['省份', '城市', '区县', '镇街'] as readonly string[], town: '社区', lead: '实际 ÷ 应达进度，%；每格取这项行动里最弱的一个数', action: '行动', and: '；', milestones: (done: number, all: number) => `本级里程碑 ${done} / ${all}`, noFigures: '这项行动没有数字目标，也没有里程碑。', scroll: '行动和各地的对照表，可以横着滚动',
    legend: { full: '≥ 100', near: '95–99', some: '90–94', thin: '85–89', behind: '70–84', far: '低于 70', missing: '未报', partly: '右下角：报了几个 / 应报几个', estimate: '推算的数，没有直接公布', fresh: '本周新报', line: '▽ 也指跌破保持线：差得再少也算落后' },
    missing: '未报', ahead: '未到期', notAsked: '—', partly: (reported: number, asked: number) => `${asked} 个数报了 ${reported} 个`, fresh: '本周新报', estimate: '推算的数', weakest: (name: string) => `最弱：${name}`, belowLine: '跌破保持线', own: '只在本级考核的行动', nobody: '这个计划没有下级地区。',
  },
  lights: { reached: '达到目标', 'on-path': '按进度', behind: '落后', 'far-behind': '明显落后', 'no-figure': '未报', 'not-due': '未到期', 'not-asked': '没有可比的数' },
  track: { title: '轨迹', lead: '计划、实际、预计区间', none: '这个计划没有数字目标。' },
  needs: {
    title: '等我处理', none: '没有要马上处理的事。', alerts: (n: number) => `全部 ${n} 条预警`, sheets: (n: number) => `${n} 张填报表等审核`, late: (n: number) => `${n} 张填报表逾期没有交`, lateBy: (days: number) => `逾期 ${days} 天`, tasks: (n: number) => `${n} 项任务过了时限`, due: (day: string) => `${day}前答复`, dueToday: '今天到期', overdue: '已过期限', nobody: '还没有定承办人', department: (name: string) => `责任：${name}`, answered: '已答复，待办结',
  },
  ended: { tag: '已结束', title: '这个计划已经结束', said: (on: string) => `${on ? `计划在 ${on}结束。` : ''}这一页是结束时的情况。预警和一周的动静说的是眼下正在办的事，不放在这里。`, warnings: '看眼下的预警', reports: '看这个计划的监测报告', tasks: '任务办成' },
  levels: { red: '红', orange: '橙', yellow: '黄' },
  map: { title: '各地一览', lead: '落后的行动数和没有报的数', scheme: '方格按区划代码排列，大小相同，不表示位置和边界。', behind: (n: number) => (n === 0 ? '没有落后' : `落后 ${n} 项`), far: (n: number) => `明显落后 ${n} 项`, missing: (n: number) => `未报 ${n} 个数`, legend: { full: '没有落后，数都报了', some: '▽ 最弱的一项差 15% 以内，或者跌破保持线', behind: '▼ 最弱的一项到 70–84%', far: '▼▼ 最弱的一项低于 70%', 'no-figure': '没有落后，但有数未报；虚线边：有数未报' }, said: (name: string, behind: number, reported: number, asked: number, missing: number) => `${name}：落后 ${behind} 项，报了 ${reported} / ${asked} 个数，未报 ${missing} 个`, reported: (reported: number, asked: number) => `报 ${reported}/${asked}`, table: '同样的数，列成表', columns: { place: '地区', behind: '落后的行动', far: '明显落后', missing: '未报的数', reported: '报来的数' } },
  week: {
    title: '这一周变了什么', lead: (from: string) => `${from}以来`, none: '这一周没有变化。', fresh: (n: number, places: readonly string[]) => `新报 ${n} 个数：${places.join('、')}`, corrected: (place: string, name: string, from: string) => `${place}更正“${name}”，原为 ${from}`, 'handed-in': (place: string) => `${place}交来填报表`, accepted: (place: string) => `${place}的填报表审核通过`, returned: (place: string) => `${place}的填报表被退回`,
    silent: { raised: (place: string, many: number) => `${place}新预警：${many} 项指标未按期填报`, rose: (place: string, many: number) => `${place}预警升级：${many} 项指标一直未报`, closed: (place: string, many: number) => `${place}预警办结：${many} 项未报的指标` },
    raised: (place: string, name: string, rule: string) => `${place}新预警：${name}，${rule}`, rose: (place: string, name: string, rule: string) => `${place}预警升级：${name}，${rule}`, closed: (place: string, name: string) => `${place}预警办结：${name}`, task: (name: string, state: string) => `任务“${name}”：${state}`, more: (n: number) => `还有 ${n} 条`,
  },
  departments: { title: '按部门看', lead: '牵头和协同的行动数', count: (lead: number, co: number) => [lead > 0 ? `牵头 ${lead}` : '', co > 0 ? `协同 ${co}` : ''].filter(Boolean).join('，') },
  district: {
    lead: (plan: string, year: number) => `${plan}，${year} 年。按它自己分到的目标看；没有分解的比例，按全市的目标看。`, numbers: { actions: '有数可比的行动', behind: '落后的行动', missing: '应报未报的数', alerts: '没有办结的预警' },
    columns: { indicator: '指标', expected: '应达', actual: '实际', light: '状态', percent: '进度', period: '期次', others: '名次' }, rank: (better: number, same: number) => `第 ${better + 1}（共 ${same} 地有数）`, overdue: (period: string) => `${period}应报未报`, own: '自己的目标', none: '这里没有可比的数。', sheets: '没有按时交的填报表', sheetDue: (day: string) => `应在 ${day}前交`, noSheets: '没有逾期的填报表。', alerts: '预警', noAlerts: '没有未办结的预警。', paths: '最弱的指标', others: '其他地区', figures: '各项数',
  },
  department: {
    lead: (plan: string) => `在“${plan}”里牵头和协同的行动、任务，名下的指标、逾期的填报表和预警。`, leads: '牵头', co: '协同', actions: '行动', noActions: '这个部门在这个计划里没有行动。', tasks: '任务', noTasks: '没有任务。', overdue: '过了时限', columns: { action: '行动', role: '责任', light: '本级进展', marks: '里程碑', places: '落后的地区', task: '任务', due: '时限', state: '进展', indicator: '指标' },
    figures: '负责填报的指标', noFigures: '没有由这个部门负责的指标。', nowhere: '没有', numbers: { lead: '牵头的行动', co: '协同的行动', tasks: '过了时限的任务', sheets: '逾期的填报表', alerts: '没有办结的预警' },
  },
  taskStates: { open: '还没有开始', doing: '正在做', done: '办成了', stopped: '不再做' },
};
