import en from './en/incidents.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/incidents.ts';

export const incidentWords = pair<typeof zh>(zh, en);
