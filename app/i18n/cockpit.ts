import en from './en/cockpit.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/cockpit.ts';

export const cockpitWords = pair<typeof zh>(zh, en);
