import type { SpaceKind } from '#app/domain/service/spaces/model.ts';
import type { ChildDrawingName } from '#app/ui/child/drawings.ts';

/** 地方的图: which drawing stands for what kind of place on the children's pages. */
export const placeDrawings: Record<SpaceKind, ChildDrawingName> = { playroom: 'kite', 'reading-room': 'book', 'activity-room': 'people', 'nursing-room': 'hand', 'childrens-home': 'house', playground: 'slide', 'sports-ground': 'ball', 'open-ground': 'tree', garden: 'flower', 'school-ground': 'hop' };
