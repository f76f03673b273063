/** 轨迹: the words of the picture and its table. */
export default {
  about: (name: string, unit: string) => `${name}${unit ? `（${unit}）` : ''}的轨迹，右边或下面的表说的是同样的数`,
  key: { expected: '预期路径', actual: '实际', forecast: '预测和区间', target: '目标' },
  lights: { reached: '达到目标', 'on-path': '按进度', behind: '落后', 'far-behind': '明显落后', 'no-figure': '没有数' },
  columns: { period: '期次', expected: '预期', actual: '实际', light: '状态' },
  missing: '未报',
  estimate: { heard: '推算的数', key: '推算的数：这个数没有直接公布，是据国家统计局公布的增减推算的。' },
  nothing: '还没有报来的数。',
  target: (year: number, said: string) => `${year} 目标 ${said}`,
  actual: (said: string) => `实际 ${said}`,
  forecast: (said: string) => `预计 ${said}`,
  interval: (day: string, low: string, high: string) => `照最近的走势，到 ${day} 大约在 ${low} 与 ${high} 之间（五次里四次）。`,
  table: (name: string) => `${name}，逐期`,
  periods: { year: (year: number) => `${year} 年`, half: (year: number, nth: number) => `${year} 年${nth === 1 ? '上' : '下'}半年`, quarter: (year: number, nth: number) => `${year} 年第 ${nth} 季度`, month: (year: number, nth: number) => `${year} 年 ${nth} 月` },
};
