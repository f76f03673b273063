import en from './en/agreement.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/agreement.ts';

export const agreementWords = pair(zh, en);
