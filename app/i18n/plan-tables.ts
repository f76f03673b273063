import en from './en/plan-tables.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/plan-tables.ts';

export const planTableWords = pair<typeof zh>(zh, en);
