import en from './en/for-children.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/for-children.ts';

export const forChildrenWords = pair<typeof zh>(zh, en);
export type ForChildrenWords = typeof zh;
