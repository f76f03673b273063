import en from './en/compliance.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/compliance.ts';

export const complianceWords = pair<typeof zh>(zh, en);
