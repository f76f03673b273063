import en from './en/work-children.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/work-children.ts';

export type WorkChildrenWords = typeof zh;
export const workChildrenWords = pair(zh, en);
