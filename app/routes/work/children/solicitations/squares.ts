import type { Phase } from '#app/domain/children/solicitations/model.ts';
import type { SquareState } from '#app/ui/light/squares.tsx';

/** 阶段的格子. */
export const phaseSquares = { draft: 'next', coming: 'next', open: 'now', choosing: 'now', judging: 'now', decided: 'done', 'called-off': 'rest' } as const satisfies Record<Phase, SquareState>;
