import en from './en/child-rules.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-rules.ts';

export const childRulesWords = pair<typeof zh>(zh, en);
