import en from './en/offline.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/offline.ts';

export const offlineWords = pair(zh, en);
