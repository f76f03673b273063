import en from './en/child-privacy.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-privacy.ts';

export const childPrivacyWords = pair<typeof zh>(zh, en);
