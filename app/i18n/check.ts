import en from './en/check.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/check.ts';

export const checkWords = pair(zh, en);
