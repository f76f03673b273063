import en from './en/calls.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/calls.ts';

export const callsWords = pair(zh, en);
