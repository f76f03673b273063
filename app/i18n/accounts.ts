import en from './en/accounts.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/accounts.ts';

export const accountsWords = pair(zh, en);
