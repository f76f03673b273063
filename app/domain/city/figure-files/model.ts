/** 数值表状态: being checked; wrong; right and waiting for its person; being written; standing. */
export const figureStates = ['checking', 'wrong', 'ready', 'writing', 'done'] as const;
export type FigureState = (typeof figureStates)[number];

/** 列 of a sheet of figures. */
export const figureColumns = ['region', 'regionName', 'indicator', 'indicatorName', 'unit', 'group', 'period', 'value', 'numerator', 'denominator', 'source'] as const;
/** 填报表的列: a round's sheet takes the reason too, with a figure or where there is none. */
export const sheetColumns = [...figureColumns, 'reason'] as const;
export type FigureColumn = (typeof sheetColumns)[number];

/** 毛病 of a cell; each has its sentence. */
export const figureFaults = [
  'region-missing', 'region-code', 'region-unknown', 'region-ended', 'region-renamed', 'region-name-differs', 'region-not-yours',
  'indicator-missing', 'indicator-unknown', 'indicator-elsewhere', 'indicator-name-differs', 'reckoned', 'unit-differs', 'group-unknown', 'period-missing', 'period-unreadable', 'period-to-come', 'year-differs',
  'swapped-region-indicator', 'swapped-period-value', 'swapped-parts', 'other-place', 'other-period', 'other-cell', 'merged', 'double', 'locked', 'in-sheet', 'head-twice', 'text-long',
  'number-unreadable', 'number-is-date', 'number-not-exact', 'number-negative', 'number-one-unclear', 'number-wrong-sign', 'number-range', 'number-blanks', 'number-not-whole', 'value-one-part', 'value-of-nothing', 'value-more-than-whole', 'value-not-its-parts', 'value-out-of-bounds',
] as const;
export type FigureFaultCode = (typeof figureFaults)[number];

/** 一处毛病: in which cell, what is wrong, and the texts its sentence names. */
export type FigureFault = { cell: string; code: FigureFaultCode; figures: string[] };
export type Correction = { cell: string; regionCode: string; code: string; period: number; was: number; is: number };

/** 检查结果: rows with a figure, what they would do, faults of all cells (the first by name), examples of corrections. */
export type FigureReport = { rows: number; fresh: number; changed: number; same: number; empty: number; faults: number; shown: FigureFault[]; regions: number; indicators: number; periods: number[]; shares: number; corrections: Correction[] };

/** How much one file brings, and how many faults and corrections are kept by name. */
export const most = { faults: 500, corrections: 100, rows: 110_000, bytes: 20_000_000 } as const;

/** How long a file and its report are kept. */
export const keptDays = 30;
