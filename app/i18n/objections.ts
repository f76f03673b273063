import en from './en/objections.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/objections.ts';

export const objectionsWords = pair(zh, en);
