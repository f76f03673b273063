import en from './en/region-changes.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/region-changes.ts';

export const regionChangesWords = pair(zh, en);
