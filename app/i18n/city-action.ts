import en from './en/city-action.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/city-action.ts';

export const cityActionWords = pair<typeof zh>(zh, en);
