import en from './en/asking.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/asking.ts';

export const askingWords = pair(zh, en);
