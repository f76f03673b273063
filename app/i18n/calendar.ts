import en from './en/calendar.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/calendar.ts';

export const calendarWords = pair<typeof zh>(zh, en);
