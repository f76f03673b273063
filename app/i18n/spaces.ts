import en from './en/spaces.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/spaces.ts';

export const spacesWords = pair(zh, en);
export type SpacesWords = typeof zh;
