import en from './en/child-complain.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-complain.ts';

export const childComplainWords = pair<typeof zh>(zh, en);
