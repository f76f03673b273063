import en from './en/child-kit.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/child-kit.ts';

export const childKitWords = pair<typeof zh>(zh, en);
