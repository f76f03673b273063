import en from './en/annual-report.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/annual-report.ts';

export const annualReportWords = pair<typeof zh>(zh, en);
