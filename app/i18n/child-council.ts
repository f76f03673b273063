import en from './en/child-council.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-council.ts';

export type ChildCouncilWords = typeof zh;
export const childCouncilWords = pair<ChildCouncilWords>(zh, en);
