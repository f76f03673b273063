import en from './en/document.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/document.ts';

export const documentWords = pair(zh, en);
