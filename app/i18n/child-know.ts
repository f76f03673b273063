import en from './en/child-know.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-know.ts';

export const childKnowWords = pair<typeof zh>(zh, en);
