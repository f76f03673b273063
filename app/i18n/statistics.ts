import en from './en/statistics.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/statistics.ts';

export const statisticsWords = pair(zh, en);
