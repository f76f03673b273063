import en from './en/surveys.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/surveys.ts';

export const surveysWords = pair(zh, en);
