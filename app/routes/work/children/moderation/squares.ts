import type { ItemState } from '#app/domain/children/moderation/model.ts';
import type { SquareState } from '#app/ui/light/squares.tsx';

/** 状态的方块 of an item. */
export const itemSquares: Record<ItemState, SquareState> = {
  waiting: 'now', second: 'now', 'to-agree': 'next', held: 'next', approved: 'done', rejected: 'rest', escalated: 'late', protected: 'late',
};
