import en from './en/child-places.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-places.ts';

export type ChildPlacesWords = typeof zh;
export const childPlacesWords = pair<ChildPlacesWords>(zh, en);
