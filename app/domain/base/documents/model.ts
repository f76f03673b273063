/** 文书格式: what a document may be handed out as. */
export const formats = ['pdf', 'docx', 'xlsx'] as const;
export type Format = (typeof formats)[number];

/** 文书: a finished document with the name under which it is saved. */
export type Document = { name: string; format: Format; content: Uint8Array };

/** 媒体类型, as a browser is told. */
export const mediaTypes: Record<Format, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** 来件上限: what a form that comes back may weigh, packed and unpacked, and how much may be read out of it; ours weigh a hundredth of it. */
export const largest = { packed: 5_000_000, unpacked: 30_000_000, entries: 200, letters: 5_000_000, cells: 20_000 };

/** 格式名 at the end of an address: form.pdf, form.docx, form.xlsx. */
export function formatOf(name: string): Format | undefined {
  return formats.find((format) => name.endsWith(`.${format}`));
}

/** 数值表上限: a workbook of figures weighs more than a form; its cells are counted where they say something. */
export const largestGrid = { packed: 20_000_000, unpacked: 160_000_000, letters: 40_000_000, cells: 1_500_000, rows: 120_000, columns: 400, sheets: 40, merges: 20_000 };
