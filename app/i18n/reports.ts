import en from './en/reports.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/reports.ts';

export type ReportWords = typeof zh;
export const reportWords = pair(zh, en);
