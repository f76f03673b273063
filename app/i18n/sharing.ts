import en from './en/sharing.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/sharing.ts';

export const sharingWords = pair<typeof zh>(zh, en);
