import en from './en/regions.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/regions.ts';

export const regionWords = pair(zh, en);
