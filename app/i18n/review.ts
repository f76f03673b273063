import en from './en/review.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/review.ts';

export const reviewWords = pair(zh, en);
