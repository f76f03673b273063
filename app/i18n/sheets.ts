import en from './en/sheets.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/sheets.ts';

export const sheetsWords = pair<typeof zh>(zh, en);
