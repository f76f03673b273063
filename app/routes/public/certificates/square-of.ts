import type { Standing } from '#app/domain/pilot/certification/model.ts';
import type { SquareState } from '#app/ui/light/squares.tsx';

/** 效力的小方块. */
export const squareOf: Record<Standing, SquareState> = { valid: 'done', suspended: 'now', withdrawn: 'late', replaced: 'rest', expired: 'rest' };
