import en from './en/child-home.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-home.ts';

export const childHomeWords = pair<typeof zh>(zh, en);
