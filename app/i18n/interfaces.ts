import en from './en/interfaces.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/interfaces.ts';

export const interfacesWords = pair(zh, en);
