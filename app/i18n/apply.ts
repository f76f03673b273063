import en from './en/apply.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/apply.ts';

export const applyWords = pair<typeof zh>(zh, en);
export type ApplyWords = typeof zh;
