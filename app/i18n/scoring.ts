import en from './en/scoring.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/scoring.ts';

export const scoringWords = pair(zh, en);
