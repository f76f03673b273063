import en from './en/organisations.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/organisations.ts';

export const organisationsWords = pair<typeof zh>(zh, en);
