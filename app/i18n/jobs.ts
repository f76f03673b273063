import en from './en/jobs.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/jobs.ts';

export const jobsWords = pair<typeof zh>(zh, en);
