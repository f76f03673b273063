import type { WalkState } from '#app/domain/service/walks/model.ts';
import type { SquareState } from '#app/ui/light/squares.tsx';

/** 状态的格子. */
export const stateSquares = { planned: 'next', 'under-way': 'now', closed: 'done', 'called-off': 'rest' } as const satisfies Record<WalkState, SquareState>;
