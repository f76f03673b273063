import en from './en/retention.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/retention.ts';

export const retentionWords = pair<typeof zh>(zh, en);
