import en from './en/divide.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/divide.ts';

export const divideWords = pair<typeof zh>(zh, en);
