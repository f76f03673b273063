import en from './en/consulting.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/consulting.ts';

export const consultingWords = pair(zh, en);
