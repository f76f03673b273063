import file from '#data/survey-instruments.json' with { type: 'json' };
import type { Definition, Item } from './model.ts';

/** 问卷工具: our own instruments, in our own words; a new wording is a new version of the file. */
export type Instrument = { id: string; version: number; definition: Definition };

export const instruments: readonly Instrument[] = file.instruments.map(({ id, ...definition }) => ({ id, version: file.version, definition: definition as unknown as Definition }));

export const findInstrument = (id: string) => instruments.find((one) => one.id === id);

/** 题库: the questions of one instrument that a survey can take over; the young's practice stays where it is. */
export const bankOf = (id: string): Item[] => (findInstrument(id)?.definition.items ?? []).filter(({ isPractice, kind }) => !isPractice && kind !== 'text');
