import { isLate, type SheetState } from '#app/domain/city/collection/model.ts';
import type { SquareState } from '#app/ui/light/squares.tsx';

const squares: Record<SheetState, SquareState> = { open: 'now', reported: 'next', returned: 'late', accepted: 'done', locked: 'done' };

/** 填报表的方块. */
export const squareOf = (sheet: { state: SheetState; dueOn: string }, today: string): SquareState => (isLate(sheet, today) ? 'late' : squares[sheet.state]);
