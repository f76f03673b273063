import en from './en/letters.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/letters.ts';

export const letterWords = pair(zh, en);
