import en from './en/evidence.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/evidence.ts';

export type EvidenceWords = typeof zh;
export const evidenceWords = pair<EvidenceWords>(zh, en);
