import en from './en/city.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/city.ts';

export const cityWords = pair<typeof zh>(zh, en);
