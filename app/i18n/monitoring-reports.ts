import en from './en/monitoring-reports.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/monitoring-reports.ts';

export const monitoringWords = pair<typeof zh>(zh, en);
