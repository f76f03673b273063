import type { MatterState } from '#app/domain/children/suggestions/model.ts';
import type { SquareState } from '#app/ui/light/squares.tsx';

/** 一格的样子 of a matter: late before everything else. */
export function squareOf({ state, isLate }: { state: MatterState; isLate: boolean }): SquareState {
  if (isLate) return 'late';
  if (state === 'done' || state === 'not-adopted') return 'done';
  return state === 'merged' || state === 'taken-back' || state === 'protected' ? 'rest' : 'now';
}
