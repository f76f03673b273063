import en from './en/api-guide.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/api-guide.ts';

export const apiGuideWords = pair(zh, en);
