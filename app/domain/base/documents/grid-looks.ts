type Walk = (take: { open: (name: string, at: Record<string, string>) => void; close: (name: string) => void }) => void;

/** 数字格式 of a cell: a share of a hundred, a day, or neither. */
export type Look = 'percent' | 'day' | undefined;

const days = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** The looks by the number of a cell's style. */
export function looksOfCells(walk: Walk): Look[] {
  const codes = new Map<number, string>();
  const looks: Look[] = [];
  let isCells = false;
  walk({
    open(name, at) {
      if (name === 'numFmt') codes.set(Number(at.numFmtId), at.formatCode ?? '');
      if (name === 'cellXfs') isCells = true;
      if (name === 'xf' && isCells) looks.push(lookOf(Number(at.numFmtId ?? 0), codes));
    },
    close: (name) => { if (name === 'cellXfs') isCells = false; },
  });
  return looks;
}

function lookOf(id: number, codes: Map<number, string>): Look {
  const code = codes.get(id)?.replaceAll(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '');
  if (code === undefined) return id === 9 || id === 10 ? 'percent' : days(id) ? 'day' : undefined;
  if (code.includes('%')) return 'percent';
  return /[ymd]/i.test(code.replaceAll(/General|E[+-]/gi, '')) ? 'day' : undefined;
}

/** 显示的数: 1 in a cell of percentages is 100%, 45838 in a cell of days is 2025-06-30. */
export function shownNumber(held: string, look: Look, is1904: boolean): string {
  const value = Number(held);
  if (!Number.isFinite(value)) return held;
  if (look === 'percent') return `${plainNumber(value * 100)}%`;
  if (look === 'day' && value >= 1 && value < 2_958_466) {
    const first = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, value < 60 ? 31 : 30);
    return new Date(first + Math.floor(value) * 86_400_000).toISOString().slice(0, 10);
  }
  return plainNumber(value);
}

const plainNumber = (value: number) => (Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(0) : String(Number(value.toPrecision(12))));
