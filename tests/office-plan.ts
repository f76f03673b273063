import { writeXlsx } from 'hucre/xlsx';
import { run, paragraph } from '#app/domain/base/documents/word-xml.ts';
import type { PlanFile } from '#app/domain/city/city-plans/load-plan.ts';
import type { Target } from '#app/domain/city/city-plans/model.ts';
import { readFileSync } from 'node:fs';
import { planInFile } from '#seed/city-data.ts';
import { aWordFile } from './office-files.ts';

type Merge = [top: number, left: number, bottom: number, right: number];
/** 办公表: rows of texts or numbers, merged areas, and percentages and days as office programs keep them. */
export type OfficeTable = { name?: string; rows: (string | number | Date | null)[][]; merges: Merge[]; formats?: Record<string, string> };

/** A workbook as an office program saves it. */
export function anOfficeBook(...tables: OfficeTable[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: tables.map(({ name = '任务分解表', rows, merges, formats = {} }) => ({
      name, rows, merges: merges.map(([startRow, startCol, endRow, endCol]) => ({ startRow, startCol, endRow, endCol })),
      cells: new Map(Object.entries(formats).map(([place, numFmt]) => { const [row, column] = place.split(',').map(Number) as [number, number]; return [place, { value: rows[row]![column]!, style: { numFmt } }]; })),
    })),
  });
}

/** The same table in a Word file, its merged cells as Word keeps them. */
export function anOfficeWord({ rows, merges }: OfficeTable): Uint8Array {
  const cell = (row: number, column: number) => {
    const area = merges.find(([top, left, bottom, right]) => row >= top && row <= bottom && column >= left && column <= right);
    if (area && column > area[1]) return '';
    const looks = area ? `${area[3] > area[1] ? `<w:gridSpan w:val="${area[3] - area[1] + 1}"/>` : ''}${area[2] > area[0] ? `<w:vMerge${row === area[0] ? ' w:val="restart"' : ''}/>` : ''}` : '';
    return `<w:tc><w:tcPr>${looks}</w:tcPr>${paragraph(area && row > area[0] ? '' : run(String(rows[row]![column] ?? '')))}</w:tc>`;
  };
  const width = Math.max(...rows.map((row) => row.length));
  const body = rows.map((_, row) => `<w:tr>${Array.from({ length: width }, (__, column) => cell(row, column)).join('')}</w:tr>`).join('');
  return aWordFile(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl>${body}</w:tbl></w:body></w:document>`);
}

const numbering = '一二三四五六七八九';
const units = { milestone: '项', count: '个', persons: '人', 'person-times': '人次', households: '户', schools: '所', classes: '个', days: '天', '10k-items': '万条', percent: '%', permille: '‰', 'per-1000': '每千人' } as const;
const offices: Record<string, string> = { fgw: '市发展改革委', fegw: '市妇儿工委办', fl: '市妇联', tqt: '团市委', mz: '市民政局', wj: '市卫生健康委', jy: '市教育局', zj: '市住房和城乡建设局', zg: '市自然资源和规划局', cl: '市残联', ga: '市公安局', tj: '市统计局', gh: '市总工会', wmb: '市文明办', ylj: '市园林绿化局', jt: '市交通运输局', wl: '市文化和旅游局', jcy: '市检察院', zj_st: '各镇人民政府（街道办事处）' };

/** What an office writes for a target: 印发 or ≥30%, 2—3个, 不少于500户. */
function said({ op, value, max }: Target, unit: keyof typeof units, many: number): string {
  if (unit === 'milestone') return '完成';
  const behind = unit === 'percent' ? '%' : unit === 'per-1000' ? '' : units[unit];
  if (op === 'range') return `${value}—${max}${behind}`;
  return many % 3 === 0 ? `≥${value}${behind}` : many % 3 === 1 ? `不低于${value}${behind}` : `${value}${behind}以上`;
}

/** The heads of the table, two rows: what is asked of each year stands under 年度目标. */
export const officeHeads = ['序号', '重点任务', '主要内容', '指标名称', '计量单位', '年度目标', '', '', '牵头单位', '配合单位', '具体任务', '备注'];

/** 三年行动计划任务分解表 as an office draws it: title across, campaigns across, actions merged over their indicators, targets by year. */
export function officePlan(file: PlanFile = planInFile('city-3y-2023-2025')): OfficeTable {
  const known = new Map((JSON.parse(readFileSync('data/indicators.json', 'utf8')) as { indicators: { code: string; zh: string; unit: keyof typeof units }[] }).indicators.map((each) => [each.code, each]));
  const { content } = file;
  const years = [2023, 2024, 2025];
  const rows: OfficeTable['rows'] = [[file.zh], [`总体目标：${content.goal.zh}`], officeHeads, ['', '', '', '', '', ...years.map((year) => `${year}年`), '', '', '', '']];
  const wide = officeHeads.length - 1;
  const merges: Merge[] = [[0, 0, 0, wide], [1, 0, 1, wide], [2, 5, 2, 7], ...[0, 1, 2, 3, 4, 8, 9, 10, 11].map((at): Merge => [2, at, 3, at])];
  let many = 0;
  for (const campaign of content.campaigns) {
    merges.push([rows.length, 0, rows.length, wide]);
    rows.push([`${numbering[campaign.no - 1]}、${campaign.zh}`]);
    for (const action of content.actions.filter(({ campaign: no }) => no === campaign.no)) {
      const top = rows.length;
      const who = (role: 'lead' | 'co') => action.leads.filter((each) => each.role === role).map(({ department }) => offices[department]!).join('、');
      for (const [at, { code, targets }] of action.indicators.entries()) {
        const { zh, unit } = known.get(code)!;
        const targetOf = (year: number) => targets.find((target) => target.year === year);
        const cells = years.map((year) => (targetOf(year) ? said(targetOf(year)!, unit, (many += 1)) : '—'));
        const first = [action.no, `（${action.no}）${action.zh}`, action.about.zh, who('lead'), who('co'), action.tasks.map((task, no) => `${no + 1}.${task.zh}`).join('\n')];
        rows.push(at === 0 ? [first[0]!, first[1]!, first[2]!, zh, units[unit], ...cells, first[3]!, first[4]!, first[5]!, ''] : ['', '', '', zh, units[unit], ...cells, '', '', '', '']);
      }
      if (action.indicators.length > 1) for (const at of [0, 1, 2, 8, 9, 10]) merges.push([top, at, rows.length - 1, at]);
    }
  }
  rows.push(['注：新增指标由市妇儿工委办解释。']);
  return { rows, merges };
}
