import en from './en/experts.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/experts.ts';

export const expertsWords = pair(zh, en);
