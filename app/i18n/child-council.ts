import en from './en/child-council.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-council.ts';

export const childCouncilWords = pair<typeof zh>(zh, en);
