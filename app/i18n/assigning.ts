import en from './en/assigning.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/assigning.ts';

export const assigningWords = pair(zh, en);
