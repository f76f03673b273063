/** 组件自己要说的词，由页面按语言传入 the words components say themselves; the page hands them in its language. */
export type FieldWords = { required: string; optional: string };
export type Link = { href: string; label: string; current?: boolean; lang?: string };
