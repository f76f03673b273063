import en from './en/child-places.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-places.ts';

export const childPlacesWords = pair<typeof zh>(zh, en);
