import en from './en/families.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/families.ts';

export const familiesWords = pair<typeof zh>(zh, en);
