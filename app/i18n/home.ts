import en from './en/home.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/home.ts';

export const homeWords = pair(zh, en);
