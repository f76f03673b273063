import en from './en/city-desk.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/city-desk.ts';

export const cityDeskWords = pair<typeof zh>(zh, en);
