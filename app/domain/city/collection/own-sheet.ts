import type { Actor } from '#app/platform/ctx.ts';
import type { Sheet } from './hold-sheet.ts';
import type { Looked } from './look-at-sheet.ts';

/** 自己的表: whoever handed a sheet in, or typed any figure that it asks for, is not the second person who checks it. */
export const isOwnSheet = (actor: Actor, { reportedBy }: Pick<Sheet, 'reportedBy'>, asked: readonly Pick<Looked, 'entry'>[]): boolean =>
  reportedBy === actor.id || asked.some(({ entry }) => entry?.savedBy === actor.id);
