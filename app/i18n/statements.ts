import en from './en/statements.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/statements.ts';

export const statementsWords = pair(zh, en);
