import en from './en/site.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/site.ts';

export const siteWords = pair(zh, en);
