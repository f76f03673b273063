import type { LackWhy } from '#app/domain/pilot/applications/missing.ts';
import type { Answer, Question } from '#app/domain/pilot/calls/model.ts';

/** 纸面上的一题: its words and, on a filled form, what was answered. */
export type PaperField = {
  id: string; tag: string; kind: Question['kind']; number: string; label: string; hint: string; isRequired: boolean;
  /** The answer as it is printed; options are printed as boxes instead. */
  text: string;
  options: { value: string; label: string; isChosen: boolean }[];
  columns: { id: string; label: string }[];
  rows: string[][];
};

/** 纸面上的一块: one or two short answers in a row, a long one below its question, or a table. */
export type PaperBlock = { kind: 'short' | 'long' | 'table'; fields: PaperField[] };

export type PaperReceipt = { lines: [term: string, text: string][]; address: string; note: string };

/** 纸面申报表: everything that is printed, in the language of whoever asks; the same for PDF and Word. */
export type PaperForm = {
  title: string; callTitle: string; lang: 'zh' | 'en'; number: string;
  cover: [term: string, text: string][];
  notesTitle: string; notes: string[];
  sections: { title: string; intro: string; blocks: PaperBlock[] }[];
  /** 盖章页: question 19, for a pen and a seal. */
  seal: { title: string; hint: string; opinion: string; leader: string; stamp: string; day: string } | null;
  receiptTitle: string;
  receipt: (PaperReceipt & { qr: string }) | null;
  watermark: string; foot: string; pageOf: [string, string, string]; madeOn: string;
  words: { required: string; index: string };
};

/** 空行: how many rows a table of a blank form offers. */
export const blankRows = 4;

/** 控件标记: by which the answer to a question is found again in a Word form. */
export const tagOf = (questionId: string) => `q:${questionId}`;

/** 打勾的记号: what Word, WPS and people by hand put before an option they choose. */
export const ticks = { chosen: '☒☑■√✓✔✗✘', open: '☐□○〇' };

/** 导入的结果 of one question: where it was read, what it says and what is wrong with it. */
export type ImportLine = {
  questionId: string; place: string; value: Answer; current: Answer; bases: number[];
  state: 'new' | 'differs'; wrong?: { why: LackWhy; figure: string; place: string };
};
export type ImportPreview = {
  fileName: string; sha256: string; lines: ImportLine[]; same: number; empty: number; locked: string[];
  /** Options or rows nobody could make sense of: place and what stands there. */
  unread: { place: string; text: string }[];
};
