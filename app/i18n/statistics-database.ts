import en from './en/statistics-database.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/statistics-database.ts';

export const statisticsDatabaseWords = pair<typeof zh>(zh, en);
