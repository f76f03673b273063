import { z } from 'zod';
import { bases, evidenceKinds, ruleKinds } from './model.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const Words = z.object({ zh: text(2000), en: text(4000) });
const Title = { zh: text(300), en: text(600) };
const Address = z.httpUrl().max(500);

const Threshold = z.object({
  op: z.enum(['>=', '<=', '=', '>', '<', 'range']),
  value: z.union([z.number(), z.string().max(200)]),
  unit: z.string().max(80),
  from: z.enum(['law', 'peer', 'seed', 'proposal']),
  src: z.string().max(40).optional(),
  zh: z.string().max(200).optional(),
  en: z.string().max(200).optional(),
  note: Words.optional(),
});

const Rule = z.object({
  id: z.string().regex(/^[A-Z]\d{1,2}\.\d{1,2}$/, 'rule-id'),
  ...Title,
  kind: z.enum(ruleKinds),
  seen: z.boolean(),
  basis: z.enum(bases),
  evidence: z.array(z.enum(evidenceKinds)).max(20),
  src: z.array(z.string().max(40)).max(20),
  p: z.array(z.int().min(1).max(9)).max(9),
  g: z.array(z.int().min(1).max(5)).max(5),
  threshold: Threshold.optional(),
});

const Norm = z.object({ id: z.string().regex(/^[A-Z]\d{1,2}$/, 'norm-id'), ...Title, rules: z.array(Rule).min(1).max(99) });

const Section = z.object({
  id: z.string().regex(/^[A-Z]$/, 'section-id'),
  chapter: z.union([z.string().max(20), z.number()]).transform(String).default(''),
  ...Title,
  about: Words.optional(),
  norms: z.array(Norm).min(1).max(40),
});

/** 规范文件: an edition as a file; ids must be new within it and every source named must be listed. */
export const EditionFile = z
  .object({
    id: z.string().regex(/^[a-z0-9][a-z0-9.-]{2,59}$/, 'edition-id'),
    title: Words,
    note: Words.optional(),
    source: z.record(z.string().max(40), z.object({ ...Title, url: Address.optional() })),
    principles: z.array(z.object({ id: z.string().regex(/^P\d{1,2}$/, 'principle-id'), ...Title })).min(1).max(20),
    sections: z.array(Section).min(1).max(20),
  })
  .superRefine((file, issues) => {
    const rules = file.sections.flatMap((section, s) =>
      section.norms.flatMap((norm, n) => norm.rules.map((rule, r) => ({ rule, path: ['sections', s, 'norms', n, 'rules', r] }))),
    );
    const met = new Set<string>();
    for (const { rule, path } of rules) {
      if (met.has(rule.id)) issues.addIssue({ code: 'custom', message: 'rule-twice', path: [...path, 'id'] });
      met.add(rule.id);
      const unknown = [...rule.src, ...(rule.threshold?.src ? [rule.threshold.src] : [])].some((name) => !file.source[name]);
      if (unknown) issues.addIssue({ code: 'custom', message: 'source-unknown', path: [...path, 'src'] });
    }
    const norms = file.sections.flatMap((section) => section.norms.map((norm) => norm.id));
    if (new Set(norms).size < norms.length) issues.addIssue({ code: 'custom', message: 'norm-twice', path: ['sections'] });
    const sections = file.sections.map((section) => section.id);
    if (new Set(sections).size < sections.length) issues.addIssue({ code: 'custom', message: 'section-twice', path: ['sections'] });
  });
export type EditionFile = z.infer<typeof EditionFile>;

/** 发布或弃用草稿. */
export const EditionDeed = z.object({ deed: z.enum(['publish', 'discard']) });
