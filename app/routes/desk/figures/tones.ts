import type { FigureState } from '#app/domain/city/figure-files/model.ts';
import type { Tone } from '#app/ui/desk/status-tag.tsx';

/** 状态的样子. */
export const figureTones: Record<FigureState, Tone> = { checking: 'info', wrong: 'bad', ready: 'now', writing: 'info', done: 'good' };
