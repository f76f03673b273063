import { halfWidth } from '#app/domain/city/indicators/read-number.ts';

/** 列的角色 in the tables that offices draw. */
export type Role = 'no' | 'campaign' | 'action' | 'actionCode' | 'actionEn' | 'about' | 'task' | 'indicator' | 'indicatorCode' | 'unit' | 'baseline' | 'target' | 'year' | 'lead' | 'co' | 'due' | 'budget' | 'note';

/** 列名的说法: the first that fits counts, so that 指标单位 is no 单位 that leads. */
const words: readonly [Role, RegExp][] = [
  ['actionEn', /(行动|任务).*英文|英文.*(行动|任务)|actioninenglish/],
  ['indicatorCode', /指标(编号|代码|编码)|^indicatorcode/],
  ['actionCode', /(行动|任务|项目)(编号|代码|编码)|^actioncode/],
  ['no', /^(序号|编号|行号|no\.?|#)$/],
  ['year', /^(年份|年度|year)$/],
  ['unit', /^(计量|指标|数据)?单位$|^unit$/],
  ['lead', /牵头|主责|责任(单位|部门|主体)|负责(单位|部门)|承办|主办|^lead/],
  ['co', /配合|协同|参与|协办|协作|^co-?lead|^partner/],
  ['baseline', /基期|基线|基准|现状|基础值|完成值|^baseline/],
  ['action', /^(主要|重点|工作)?目标任务$/],
  ['target', /目标|指标值|计划值|任务数|^targets?/],
  ['indicator', /指标|^indicator/],
  ['due', /时限|完成时间|时间节点|截止|^due/],
  ['budget', /经费|预算|资金|投入|^budget/],
  ['about', /内容|措施|举措|做法|^about|^content/],
  ['campaign', /专项|板块|领域|类别|方面|^campaign/],
  ['task', /具体任务|任务清单|任务事项|节点任务|^tasks?$/],
  ['note', /备注|说明|^notes?$|^remarks?$/],
  ['action', /行动|任务|项目|工作|^action/],
];

/** What a piece of a head means: its role, and the years it names. */
export function meaningOf(piece: string): { role: Role | undefined; years: number[] } {
  const plain = halfWidth(piece).toLowerCase();
  if (plain === '' || plain.length > 30) return { role: undefined, years: [] };
  const years = yearsIn(plain);
  const bare = plain.replace(/[([](.*)[)\]]/g, '').replace(/\*/g, '');
  const role = words.find(([, fits]) => fits.test(bare))?.[0] ?? words.find(([, fits]) => fits.test(plain))?.[0];
  const isYearAlone = years.length > 0 && /^(到|至)?\d{4}([-—–~至到]\d{4})?(年)?(度|末|底)?$/.test(bare);
  return { role: isYearAlone ? 'target' : role, years };
}

/** Years that a text names: 2025年, 2023—2025. */
export function yearsIn(text: string): number[] {
  const plain = halfWidth(text);
  const range = /(20\d\d)年?[-—–~至到](20\d\d)/.exec(plain);
  if (range && Number(range[2]) > Number(range[1]) && Number(range[2]) - Number(range[1]) <= 15) return Array.from({ length: Number(range[2]) - Number(range[1]) + 1 }, (_, at) => Number(range[1]) + at);
  return [...new Set([...plain.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map(([, year]) => Number(year)))];
}

/** 部门的叫法: what offices write for each kind of department. */
const departments: readonly [string, RegExp][] = [
  ['fegw', /妇儿工委|妇女儿童工作委员会/], ['fl', /妇联|妇女联合会/], ['fgw', /发展(和)?改革|发改/], ['tqt', /共青团|团(市|省|区|县)?委/], ['mz', /民政(?!府)/], ['wj', /卫生健康|卫健/], ['jy', /教育|教体|教委/],
  ['zj', /住房(和)?城乡建设|住建|城乡建设/], ['zg', /自然资源|规划(局|部门|和)|自规/], ['cl', /残联|残疾人联合会/], ['ga', /公安/], ['tj', /统计/], ['cz', /财政/], ['gh', /总工会|工会/], ['wmb', /文明办|文明委/],
  ['ylj', /园林|绿化|林业/], ['jt', /交通/], ['wl', /文化(和|广电|体育)?旅游|文旅|文广|文体|文化广电/], ['sj', /市场监(督管理|管)/], ['sl', /水利|水务/], ['sf', /司法(局|行政|厅|部门)/], ['jcy', /检察/], ['wx', /网信|互联网信息/],
  ['rs', /人力资源|人社/], ['yb', /医疗保障|医保/], ['ty', /体育/], ['yj', /应急/], ['cg', /城市管理|城管|综合执法/], ['fy', /法院/], ['gx', /工业和信息化|经济和信息化|工信|经信/], ['sjz', /数据(资源|管理)?(局|部门)|政务服务/],
  ['hj', /生态环境|环保/], ['ny', /农业农村/], ['kj', /科学技术(局|部门|厅)|科技(局|部门|厅)/], ['kx', /科协|科学技术协会/], ['hsz', /红十字/], ['ggw', /关工委|关心下一代/], ['xc', /宣传部/], ['sg', /社会工作部|社工部/], ['gsl', /工商联|工商业联合会/], ['xf', /消防/], ['mzj', /民族|宗教/],
  ['zj_st', /镇人民政府|街道办|乡镇|镇街|各(镇|街)|镇[（(]街道|镇、街道/], ['qx', /区县|各(区|县)|县[（(]市|县市区|区人民政府|县人民政府|开发区/],
];

/** 部门的旧名: what bodies were called before they were reorganised. */
const former: readonly [string, RegExp][] = [
  ['wj', /卫计|计生|计划生育|(^|[省市县区])卫生局/], ['wl', /文广新|新闻出版|旅发委|(^|[省市县区])(旅游|文化)局/], ['zg', /国土|(^|[省市县区])规划局/], ['sj', /工商(行政管理)?局|质监|质量技术监督|食药监|食品药品/], ['yj', /安监局|安全生产监督/],
  ['hj', /环保局|环境保护局/], ['ny', /农委|扶贫|乡村振兴局|(^|[省市县区])农业局/], ['rs', /劳动(和社会)?保障局|(^|[省市县区])人事局/],
];

/** 改名的部门: what it is today, for a name that is no longer in use. */
export function renamedDepartmentOf<D extends { id: string }>(said: string, known: readonly D[]): D | undefined {
  const found = former.find(([, fits]) => fits.test(said));
  return found && known.find(({ id }) => id === found[0]);
}

/** 认部门: its id; nothing for what nobody has heard of. */
export function departmentOf(said: string, known: readonly { id: string; zh: string; en: string }[]): string | undefined {
  const plain = said.trim().toLowerCase();
  const exact = known.find(({ id, zh, en }) => plain === id || plain === zh || plain === en.toLowerCase());
  if (exact) return exact.id;
  const found = departments.find(([id, fits]) => fits.test(said) && known.some((each) => each.id === id));
  return found?.[0];
}
