import en from './en/verify.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/verify.ts';

export const verifyWords = pair(zh, en);
