import en from './en/standard.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/standard.ts';

export const standardWords = pair(zh, en);
