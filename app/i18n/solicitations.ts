import en from './en/solicitations.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/solicitations.ts';

export type SolicitationsWords = typeof zh;
export const solicitationsWords = pair(zh, en);
