import en from './en/early-warning.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/early-warning.ts';

export const warningWords = pair<typeof zh>(zh, en);
