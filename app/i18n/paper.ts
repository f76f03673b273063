import en from './en/paper.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/paper.ts';

export type PaperWords = typeof zh;
export const paperWords = pair(zh, en);
