import en from './en/hazards.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/hazards.ts';

export const hazardsWords = pair(zh, en);
