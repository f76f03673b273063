import en from './en/collection.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/collection.ts';

export const collectionWords = pair<typeof zh>(zh, en);
