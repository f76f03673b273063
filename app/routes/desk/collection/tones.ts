import type { RoundState, SheetState } from '#app/domain/city/collection/model.ts';
import type { Tone } from '#app/ui/desk/status-tag.tsx';

export const sheetTones: Record<SheetState, Tone> = { open: 'now', reported: 'info', returned: 'bad', accepted: 'good', locked: 'rest' };

/** 分页签的状态: what was accepted is locked once its round is over. */
export const tabStates = (round: RoundState): readonly SheetState[] => ['reported', 'returned', round === 'closed' ? 'locked' : 'accepted'];
