import en from './en/work.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/work.ts';

export type WorkWords = typeof zh;
export const workWords = pair(zh, en);
