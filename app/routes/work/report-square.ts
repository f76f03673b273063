import type { ReportState } from '#app/domain/pilot/progress-reports/model.ts';
import type { SquareState } from '#app/ui/light/squares.tsx';

const squares: Record<ReportState, SquareState> = { open: 'now', 'handed-in': 'next', returned: 'late', accepted: 'done' };

/** 报告的方块. */
export const squareOfReport = ({ state, isLate }: { state: ReportState; isLate: boolean }): SquareState => (isLate ? 'late' : squares[state]);
