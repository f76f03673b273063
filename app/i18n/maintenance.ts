import en from './en/maintenance.ts';
import { pair } from './pair.ts';
import zh from './zh-CN/maintenance.ts';

export const maintenanceWords = pair(zh, en);
