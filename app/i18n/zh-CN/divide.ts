/** 目标分解: the targets of a plan by district. */
export default {
  title: '目标分解', open: '目标分解',
  lead: '把全市的目标分到区县。比率类的指标，没有单独分解的区县按全市目标看；计数的指标不会自动平分，没有分解就是没有目标。',
  none: '这个计划还没有可以分解的数字目标，或者下面没有区县。', choose: '选行动', states: { done: '已分解', part: '分了一部分', open: '还没有分解', follows: '都按全市' }, standings: (done: number, open: number, follows: number) => `${done + open + follows} 项行动有可以分解的目标：已分解 ${done} 项，没有分解或没有分完 ${open} 项，都按全市 ${follows} 项。`, unit: (said: string) => `单位：${said}`, place: '区县', city: '全市目标', sum: '各区县合计', span: '最低—最高', divided: (have: number, all: number) => `${have} / ${all} 个区县已分解`,
  follows: '同全市', cell: (place: string, indicator: string, year: number) => `${place}，${indicator}，${year} 年`,
  fits: '合计正好', over: (said: string) => `比全市多 ${said}`, under: (said: string) => `比全市少 ${said}`, partial: (have: number, all: number) => `只分了 ${have} / ${all}`, below: (many: number) => `${many} 个区县没有达到全市目标`,
  fields: { reason: '理由', text: '表格内容', cells: '各格', version: '版本' }, reasonHint: '改动或删去已经分解的目标时必填，例如：市政府专题会议调整。', save: '保存', closed: '计划已经结束，目标只能看，不能改。', saved: '已保存。',
  paste: '从表格贴入', pasteHint: '从 Excel 或 WPS 选中整块（连同表头）复制，贴在这里。表头要有“区县”、“指标”和年份；合并的单元格会按上一行读。只有一个指标时可以没有“指标”一列，按现在选中的读。', pasteOne: '没有“指标”一列时按哪个指标读', preview: '预览', nothing: '贴入的表和现在的一样，没有改动。',
  wouldChange: (many: number) => `将改动 ${many} 处，还没有保存`, confirm: '保存这些改动', problems: (many: number) => `有 ${many} 处看不懂，整张表都没有读入`, atLine: (line: number, column: string, said: string) => `第 ${line} 行${column ? `，“${column}”一列` : ''}${said ? `：“${said}”` : ''}`,
  change: { place: '区县', indicator: '指标', year: '年份', from: '原来', to: '改为' }, nil: '无',
  versions: '历次修改', noVersions: '还没有分解过。', version: (number: number) => `第 ${number} 版`, changed: (many: number) => `${many} 处`, noReason: '首次分解',
};
