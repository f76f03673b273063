import type { Better, Picture, StepKind, Topic, Understanding } from '#app/domain/children/suggestions/model.ts';
import type { ChildDrawingName } from '#app/ui/child/drawings.ts';

/** 建议的图: which drawing stands for what on the children's pages. */
export const topicDrawings: Record<Topic, ChildDrawingName> = { 'way-to-school': 'crossing', play: 'swing', learning: 'book', green: 'tree', downstairs: 'house', lamps: 'lamp', 'grown-ups': 'hand', other: 'speech' };
export const pictureDrawings: Record<Picture, ChildDrawingName> = { wish: 'star', broken: 'broken', dark: 'moon', scary: 'sad', dirty: 'bin', more: 'people', nice: 'smile' };
export const stepDrawings: Record<StepKind, ChildDrawingName> = { received: 'speech', seen: 'eye', answered: 'microphone', started: 'pencil', done: 'star', reopened: 'eye', merged: 'people', late: 'wait' };
export const understandingDrawings: Record<Understanding, ChildDrawingName> = { understood: 'smile', 'more-to-say': 'level', 'not-understood': 'sad' };
export const betterDrawings: Record<Better, ChildDrawingName> = { better: 'smile', 'a-little': 'level', 'not-better': 'sad' };
