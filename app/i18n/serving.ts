import en from './en/serving.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/serving.ts';

export const servingWords = pair<typeof zh>(zh, en);
