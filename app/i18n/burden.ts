import en from './en/burden.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/burden.ts';

export type BurdenWords = typeof zh;
export const burdenWords = pair<BurdenWords>(zh, en);
