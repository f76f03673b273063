import en from './en/figures.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/figures.ts';

export const figuresWords = pair<typeof zh>(zh, en);
