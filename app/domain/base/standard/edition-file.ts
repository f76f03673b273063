import type { z } from 'zod';
import { EditionFile } from './input.ts';
import type { Edition } from './model.ts';

/** 文件有误: the place in the file and what is wrong there. */
export type FileProblem = { place: string; issue: z.core.$ZodIssue };

/** 读规范文件: an edition, or the places (at most 50) that are wrong; never an exception. */
export function readEditionFile(text: string): { file: EditionFile } | { problems: FileProblem[] } | 'unreadable' {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return 'unreadable';
  }
  const parsed = EditionFile.safeParse(content);
  if (parsed.success) return { file: parsed.data };
  return {
    problems: parsed.error.issues.slice(0, 50).map((issue) => ({ place: placeOf(content, issue.path), issue })),
  };
}

/** A place a person can find: A1.2 › evidence rather than sections.0.norms.0.rules.1.evidence. */
function placeOf(content: unknown, path: PropertyKey[]): string {
  let here: unknown = content;
  const said: string[] = [];
  for (const step of path) {
    here = (here as Record<PropertyKey, unknown> | null | undefined)?.[step];
    const id = (here as { id?: unknown } | null | undefined)?.id;
    if (typeof id === 'string') said.splice(0, said.length, id);
    else if (typeof step === 'string' && !['sections', 'norms', 'rules'].includes(step)) said.push(step);
    else if (typeof step === 'number') said.push(`[${step + 1}]`);
  }
  return said.join(' › ').slice(0, 120);
}

/** The file as an edition, for a preview before anything is kept. */
export function editionOf(file: EditionFile): Pick<Edition, 'id' | 'zh' | 'en' | 'principles' | 'sections'> {
  return {
    id: file.id,
    ...file.title,
    principles: file.principles,
    sections: file.sections.map((section) => ({
      id: section.id,
      chapter: section.chapter,
      zh: section.zh,
      en: section.en,
      about: section.about ?? { zh: '', en: '' },
      norms: section.norms.map((norm) => ({
        ...norm,
        rules: norm.rules.map(({ seen, p, g, threshold, ...rule }) => ({
          ...rule,
          isSeen: seen,
          draftItems: p,
          goalAreas: g,
          threshold: threshold ?? null,
        })),
      })),
    })),
  };
}
