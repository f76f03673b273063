import en from './en/blindness.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/blindness.ts';

export const blindnessWords = pair(zh, en);
