import en from './en/scorecard.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/scorecard.ts';

export const scorecardWords = pair<typeof zh>(zh, en);
