import en from './en/privacy.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/privacy.ts';

export const privacyWords = pair<typeof zh>(zh, en);
