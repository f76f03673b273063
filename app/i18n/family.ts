import en from './en/family.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/family.ts';

export const familyWords = pair<typeof zh>(zh, en);
