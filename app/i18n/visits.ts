import en from './en/visits.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/visits.ts';

export type VisitsWords = typeof zh;
export const visitsWords = pair<VisitsWords>(zh, en);
