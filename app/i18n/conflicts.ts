import en from './en/conflicts.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/conflicts.ts';

export const conflictWords = pair(zh, en);
