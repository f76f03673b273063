import type { VisitState } from '#app/domain/pilot/visits/model.ts';
import type { SquareState } from '#app/ui/light/squares.tsx';

export const visitSquares: Record<VisitState, SquareState> = { planned: 'next', 'under-way': 'now', synced: 'now', signed: 'now', concluded: 'done', 'called-off': 'rest' };
