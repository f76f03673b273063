import en from './en/child-help.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-help.ts';

export const childHelpWords = pair<typeof zh>(zh, en);
