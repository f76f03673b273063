import en from './en/figure-files.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/figure-files.ts';

export const figureWords = pair<typeof zh>(zh, en);
