import { expect, test } from 'vitest';
import { dumbbell } from './charts.ts';

test('a chart of two groups names every question, however long its words are', async () => {
  const names = Array.from({ length: 10 }, (_, at) => `Number${at} is somewhere quiet where I can sleep well at night`);
  const svg = await dumbbell(names.map((name) => ({ name, one: 0.5, other: 0.7 })), ['Children', 'Carers']);
  expect(names.filter((name) => !svg.includes(name.split(' ')[0]!))).toEqual([]);
});
