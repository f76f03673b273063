import en from './en/roots.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/roots.ts';

export const rootsWords = pair(zh, en);
