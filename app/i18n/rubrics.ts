import en from './en/rubrics.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/rubrics.ts';

export const rubricsWords = pair(zh, en);
