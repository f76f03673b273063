import en from './en/api.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/api.ts';

export const apiWords = pair(zh, en);
