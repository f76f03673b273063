import type { Actor } from '#app/platform/ctx.ts';
import type { Sheet } from './hold-sheet.ts';
import type { Looked } from './look-at-sheet.ts';

/** 自己的表: whoever handed a sheet in, or typed any of its figures, is not the second person who checks it. */
export const isOwnSheet = (actor: Actor, { reportedBy }: Pick<Sheet, 'reportedBy'>, cells: readonly Pick<Looked, 'entry'>[]): boolean =>
  reportedBy === actor.id || cells.some(({ entry }) => entry?.savedBy === actor.id);
