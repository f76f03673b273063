import en from './en/notices.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/notices.ts';

export const noticesWords = pair(zh, en);
