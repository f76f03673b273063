import en from './en/records.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/records.ts';

export const recordsWords = pair<typeof zh>(zh, en);
