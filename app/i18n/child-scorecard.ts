import en from './en/child-scorecard.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-scorecard.ts';

export const childScorecardWords = pair<typeof zh>(zh, en);
