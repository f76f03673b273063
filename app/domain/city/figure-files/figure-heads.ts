import type { Grid } from '#app/domain/base/documents/grid.ts';
import { halfWidth } from '#app/domain/city/indicators/read-number.ts';
import type { FigureColumn } from './model.ts';

/** 列名的说法 in either language; the first that fits counts. */
const words: readonly [FigureColumn, RegExp][] = [
  ['region', /^(地区|区划|行政区划|统计用区划)(代码|编码|编号)|^regioncode/], ['indicator', /^指标(代码|编码|编号)|^indicatorcode/], ['indicatorName', /^指标(名称)?$|^indicator(name)?$/], ['regionName', /^(地区|区划|单位名称|区县|填报单位)(名称)?$|^region(name)?$/],
  ['unit', /^(计量)?单位$|^unit$/], ['group', /^(分组|人群|类别)$|^group$/], ['period', /^(期次|时期|年份|年度|期间|报告期)$|^(period|year)$/], ['numerator', /^分子|^numerator/], ['denominator', /^分母|^denominator/],
  ['value', /^(数值|值|数|实际值|完成值|指标值|本期数)$|^(value|figure)$/], ['source', /^(来源|数据来源|出处|依据)$|^source$/], ['reason', /^(原因|原因或说明)$|^reason(orremark)?$/],
];

const roleOf = (text: string) => {
  const plain = halfWidth(text).toLowerCase().replace(/\*/g, '').replace(/\(.*\)$/, '');
  return words.find(([, fits]) => fits.test(plain))?.[0];
};

export type FigureHead = { row: number; at: Map<FigureColumn, number>; twice: number[] };
const deepest = 10;

/** 找表头: the row that names region, indicator, period and a figure, in whatever order. */
export function findFigureHead({ rows }: Grid): FigureHead | undefined {
  for (let row = 0; row < Math.min(rows.length, deepest); row += 1) {
    const at = new Map<FigureColumn, number>();
    const twice: number[] = [];
    for (const [column, text] of (rows[row] ?? []).entries()) {
      const role = text === '' ? undefined : roleOf(text);
      if (role && at.has(role)) twice.push(column);
      else if (role) at.set(role, column);
    }
    if (at.has('region') && at.has('indicator') && at.has('period') && (at.has('value') || (at.has('numerator') && at.has('denominator')))) return { row, at, twice };
  }
  return undefined;
}
