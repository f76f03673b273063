import en from './en/child-walk-app.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-walk-app.ts';

export const childWalkAppWords = pair<typeof zh>(zh, en);
