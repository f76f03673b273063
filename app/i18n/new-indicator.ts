import en from './en/new-indicator.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/new-indicator.ts';

export const newIndicatorWords = pair<typeof zh>(zh, en);
