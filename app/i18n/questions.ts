import en from './en/questions.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/questions.ts';

export const questionsWords = pair(zh, en);
