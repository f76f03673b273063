import en from './en/child-results.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-results.ts';

export const childResultsWords = pair<typeof zh>(zh, en);
