import en from './en/cases.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/cases.ts';

export const casesWords = pair<typeof zh>(zh, en);
