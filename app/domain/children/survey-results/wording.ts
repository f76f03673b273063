import { hash } from 'node:crypto';
import type { Said, Scale } from '#app/domain/children/surveys/model.ts';

/** 同题的标记: the same for the same words on the same scale, and for nothing else. */
export const wordingOf = (scale: Scale, text: Said): string => hash('sha256', `${scale} ${text.zh}`, 'hex').slice(0, 12);
