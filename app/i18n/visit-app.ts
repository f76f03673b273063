import en from './en/visit-app.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/visit-app.ts';

export const visitAppWords = pair<typeof zh>(zh, en);
