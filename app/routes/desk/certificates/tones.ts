import type { Standing } from '#app/domain/pilot/certification/model.ts';
import type { Tone } from '#app/ui/desk/status-tag.tsx';

/** 效力的颜色. */
export const toneOf: Record<Standing, Tone> = { valid: 'good', suspended: 'now', withdrawn: 'bad', replaced: 'rest', expired: 'rest' };
