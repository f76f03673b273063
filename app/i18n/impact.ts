import en from './en/impact.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/impact.ts';

export const impactWords = pair<typeof zh>(zh, en);
