import en from './en/time-machine.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/time-machine.ts';

export const timeMachineWords = pair<typeof zh>(zh, en);
