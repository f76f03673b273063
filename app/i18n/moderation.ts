import en from './en/moderation.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/moderation.ts';

export const moderationWords = pair<typeof zh>(zh, en);
