import en from './en/pilots.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/pilots.ts';

export const pilotsWords = pair(zh, en);
