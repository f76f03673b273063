import en from './en/walk-app.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/walk-app.ts';

export const walkAppWords = pair<typeof zh>(zh, en);
