import en from './en/certification.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/certification.ts';

export const certificationWords = pair(zh, en);
