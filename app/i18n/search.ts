import en from './en/search.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/search.ts';

export const searchWords = pair<typeof zh>(zh, en);
