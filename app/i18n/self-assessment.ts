import en from './en/self-assessment.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/self-assessment.ts';

export type AssessmentWords = typeof zh;
export const assessmentWords = pair(zh, en);
