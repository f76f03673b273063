import en from './en/evaluation.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/evaluation.ts';

export const evaluationWords = pair(zh, en);
