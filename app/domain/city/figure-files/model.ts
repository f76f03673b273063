/** 数值表状态: brought; being checked; wrong; right and waiting for its person; being written; standing; given up. */
export const figureStates = ['checking', 'wrong', 'ready', 'writing', 'done', 'dropped'] as const;
export type FigureState = (typeof figureStates)[number];

/** 列 of a sheet of figures. */
export const figureColumns = ['region', 'regionName', 'indicator', 'indicatorName', 'group', 'period', 'value', 'numerator', 'denominator', 'source'] as const;
export type FigureColumn = (typeof figureColumns)[number];

/** 一处毛病: in which cell, what is wrong, and the texts its sentence names. */
export type FigureFault = { cell: string; code: string; figures: string[] };

/** 检查结果: rows with a figure, what they would do, the faults of all cells (the first of them by name), examples of corrections. */
export type FigureReport = {
  rows: number; fresh: number; changed: number; same: number; empty: number; faults: number; shown: FigureFault[];
  regions: number; indicators: number; periods: number[]; shares: number;
  corrections: { cell: string; region: string; indicator: string; period: number; was: number; is: number }[];
};

/** How many faults and corrections are kept by name. */
export const most = { faults: 500, corrections: 100, rows: 110_000, sheets: 20, bytes: 20_000_000, templateRows: 110_000 } as const;

/** What is kept of a file: its bytes until it is settled, its report for thirty days. */
export const keptDays = 30;
