import en from './en/marking.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/marking.ts';

export const markingWords = pair(zh, en);
