import en from './en/child-me.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-me.ts';

export const childMeWords = pair<typeof zh>(zh, en);
