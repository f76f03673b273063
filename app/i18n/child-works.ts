import en from './en/child-works.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-works.ts';

export type ChildWorksWords = typeof zh;
export const childWorksWords = pair(zh, en);
