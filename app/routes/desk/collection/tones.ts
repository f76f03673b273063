import type { SheetState } from '#app/domain/city/collection/model.ts';
import type { Tone } from '#app/ui/desk/status-tag.tsx';

export const sheetTones: Record<SheetState, Tone> = { open: 'now', reported: 'info', returned: 'bad', accepted: 'good', locked: 'rest' };
