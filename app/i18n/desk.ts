import en from './en/desk.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/desk.ts';

export const deskWords = pair<typeof zh>(zh, en);
