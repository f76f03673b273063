import { z } from 'zod';
import { Refusal } from '#app/platform/refusal.ts';
import { type Message, mostSaid, type Said } from './message.ts';

const Value = z.looseObject({ id: z.string().max(60).optional(), value: z.union([z.string().max(200), z.number(), z.boolean()]).optional() });
const Part = z.looseObject({ id: z.string().max(60), values: z.array(Value.nullable()).max(mostSaid).default([]) });
const Parts = z.object({ dataSet: z.array(Part).max(20).default([]), series: z.array(Part).max(20).default([]), observation: z.array(Part).max(20).default([]) });
const Observation = z.array(z.unknown()).max(60);
const DataSet = z.looseObject({
  structure: z.int().min(0).default(0),
  observations: z.record(z.string().max(120), Observation).default({}),
  series: z.record(z.string().max(120), z.looseObject({ observations: z.record(z.string().max(60), Observation).default({}) })).default({}),
});
const Sdmx = z.looseObject({
  data: z.looseObject({
    structures: z.array(z.looseObject({ dimensions: Parts, measures: z.object({ observation: z.array(Part).max(20).default([]) }).optional(), attributes: z.looseObject({ observation: z.array(Part).max(40).default([]) }).optional() })).max(20),
    dataSets: z.array(DataSet).max(20),
  }),
});
type Sdmx = z.output<typeof Sdmx>;
type Structure = Sdmx['data']['structures'][number];

/** 读 SDMX-JSON 2.0, flat or in series: what stands for each dimension is looked up in the structure that came with it. */
export function readSdmx(text: string): Message {
  const said: Said[] = [];
  let hidden = 0;
  const { data } = opened(text);
  for (const set of data.dataSets) {
    const structure = data.structures[set.structure];
    if (!structure) throw new Refusal('exchange-not-sdmx', 422);
    const { dimensions } = structure;
    const fixed = Object.fromEntries(dimensions.dataSet.map((part) => [part.id, codeIn(part, 0)]));
    const take = (key: string, line: string, around: Record<string, string>, parts: readonly unknown[]) => {
      if (said.length + hidden >= mostSaid) throw new Refusal('exchange-too-much', 422);
      const at = { ...fixed, ...around, ...keyed(dimensions.observation, key) };
      const value = parts[measureAt(structure)];
      if (value === null || value === undefined) hidden += 1;
      else said.push({ place: { nth: said.length + hidden + 1, key: line ? `${line}:${key}` : key }, indicator: at.INDICATOR ?? '', region: at.REF_AREA ?? '', period: at.TIME_PERIOD ?? '', groups: at.GROUP && at.GROUP !== '_T' ? [at.GROUP] : [], value: typeof value === 'number' || typeof value === 'string' ? String(value) : '?' });
    };
    for (const [key, parts] of Object.entries(set.observations)) take(key, '', {}, parts);
    for (const [line, { observations }] of Object.entries(set.series)) {
      for (const [key, parts] of Object.entries(observations)) take(key, line, keyed(dimensions.series, line), parts);
    }
  }
  return { form: 'sdmx', said, hidden };
}

function opened(text: string): Sdmx {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Refusal('exchange-not-sdmx', 422);
  }
  const read = Sdmx.safeParse(given);
  if (!read.success) throw new Refusal('exchange-not-sdmx', 422);
  return read.data;
}

type Part = z.output<typeof Part>;
const codeIn = ({ values }: Part, at: number): string => String(values[at]?.id ?? values[at]?.value ?? '');

function keyed(parts: readonly Part[], key: string): Record<string, string> {
  const places = key.split(':');
  return Object.fromEntries(parts.map((part, at) => [part.id, codeIn(part, Number(places[at] ?? -1))]));
}

/** Where the value stands among the parts of an observation; the first place where measures are not described. */
const measureAt = ({ measures }: Structure) => Math.max(0, (measures?.observation ?? []).findIndex(({ id }) => id === 'OBS_VALUE'));
