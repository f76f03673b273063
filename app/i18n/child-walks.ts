import en from './en/child-walks.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-walks.ts';

export const childWalksWords = pair(zh, en);
