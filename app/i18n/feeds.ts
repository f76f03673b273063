import en from './en/feeds.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/feeds.ts';

export const feedsWords = pair(zh, en);
