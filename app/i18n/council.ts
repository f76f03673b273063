import en from './en/council.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/council.ts';

export const councilWords = pair<typeof zh>(zh, en);
export type CouncilWords = typeof zh;
