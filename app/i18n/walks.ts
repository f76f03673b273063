import en from './en/walks.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/walks.ts';

export const walksWords = pair(zh, en);
