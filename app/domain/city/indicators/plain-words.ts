import file from '#data/promises-in-plain-words.json' with { type: 'json' };
import type { Words } from './model.ts';

const sentences = new Map(file.promises.map((each) => [each.code, each]));

/** 孩子读得懂的一句话 for an indicator; null where nobody wrote one, or it has had another name since. */
export function plainWordsOf({ code, zh }: { code: string; zh: string }): Words | null {
  const written = sentences.get(code);
  return written?.of === zh ? { zh: written.zh, en: written.en } : null;
}
