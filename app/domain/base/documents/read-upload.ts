import { askPress } from './press.ts';
import type { Grid } from './grid.ts';
import type { SheetContent } from './read-sheet.ts';
import type { WordContent } from './read-word.ts';

/** 读来件: opened in the press, since what strangers wrote may hang or blow up whoever opens it. */
export function readWordUpload(content: Uint8Array): Promise<WordContent> {
  return askPress<WordContent>({ task: 'read-word', content });
}

/** The same for a workbook. */
export function readSheetUpload(content: Uint8Array): Promise<SheetContent[]> {
  return askPress<SheetContent[]>({ task: 'read-sheet', content });
}

/** A workbook as grids: percentages and days as they are shown, merged cells named; also for a hundred thousand figures. */
export function readGridUpload(content: Uint8Array): Promise<Grid[]> {
  return askPress<Grid[]>({ task: 'read-grid', content });
}
