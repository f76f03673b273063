import { z } from 'zod';

/** SDMX-JSON 2.0 数据消息: the rules of its field guide and schema, field by field, so that what we send out is taken elsewhere; what the rules do not name is refused. */
const id = z.string().regex(/^[A-Za-z0-9_@$-]+$/);
const componentId = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/);
const texts = z.record(z.string().regex(/^[a-z]{2,3}(-[a-z0-9]+)*$/), z.string());
const named = { name: z.string(), names: texts.optional() };
const described = { name: z.string().optional(), names: texts.optional(), description: z.string().optional(), descriptions: texts.optional() };
const link = z.strictObject({ href: z.url().optional(), rel: z.string(), urn: z.string().regex(/^urn:sdmx:org\.sdmx\.infomodel\.[a-z]+\.[A-Za-z]+=[A-Za-z][\w.-]*:[\w-]+\(\d+(\.\d+)*\)$/).optional(), uri: z.url().optional(), title: z.string().optional(), titles: texts.optional(), type: z.string().optional(), hreflang: z.string().optional() })
  .refine(({ href, urn }) => href !== undefined || urn !== undefined);
const links = z.array(link);
const indexes = z.array(z.int().nonnegative());
const once = (values: readonly unknown[]) => new Set(values.map((each) => JSON.stringify(each))).size === values.length;

const about = { description: z.string().optional(), descriptions: texts.optional(), start: z.iso.datetime().optional(), end: z.iso.datetime().optional(), parent: id.optional(), order: z.int().nonnegative().optional(), links: links.optional(), annotations: indexes.optional() };
const scalar = z.union([z.number(), z.boolean(), z.string()]);
const value = z.union([z.strictObject({ id, ...named, ...about }), z.strictObject({ value: scalar, ...about })]);
const dataType = z.enum(['String', 'Alpha', 'AlphaNumeric', 'Numeric', 'BigInteger', 'Integer', 'Long', 'Short', 'Decimal', 'Float', 'Double', 'Boolean', 'Count', 'ObservationalTimePeriod', 'StandardTimePeriod', 'BasicTimePeriod', 'DateTime', 'XHTML']);
const format = z.strictObject({ dataType: dataType.optional(), minLength: z.int().min(1).optional(), maxLength: z.int().min(1).optional(), minValue: z.number().optional(), maxValue: z.number().optional(), decimals: z.int().min(1).optional(), pattern: z.string().optional(), minOccurs: z.int().nonnegative().optional(), maxOccurs: z.union([z.int().min(1), z.literal('unbounded')]).optional() });
const component = { id: componentId, ...described, roles: z.array(componentId).optional(), format: format.optional(), links: links.optional(), annotations: indexes.optional() };
const dimension = z.strictObject({ ...component, keyPosition: z.int().nonnegative(), values: z.array(value).min(1).refine(once) });
const measure = z.strictObject({ ...component, isMandatory: z.boolean().optional(), values: z.array(value.nullable()).min(1).refine(once).optional() });
const relationship = z.union([z.strictObject({ dimensions: z.array(componentId).min(1) }), z.strictObject({ dataflow: z.strictObject({}) }), z.strictObject({ observation: z.strictObject({}) })]);
const attribute = z.strictObject({ ...component, isMandatory: z.boolean().optional(), relationship, default: z.string().optional(), values: z.array(value.nullable()).min(1).refine(once).optional() });
const annotation = z.strictObject({ id: z.string().optional(), title: z.string().optional(), type: z.string().optional(), value: z.string().optional(), text: z.string().optional(), texts: texts.optional(), links: links.optional() });

const list = <T extends z.ZodType>(of: T) => z.array(of).refine(once).optional();
const structure = z.strictObject({
  ...described, dataSets: z.array(z.int()).min(1).optional(), links: links.optional(), annotations: z.array(annotation).optional(),
  dimensions: z.strictObject({ dataSet: list(dimension), series: list(dimension), observation: list(dimension) }),
  measures: z.strictObject({ observation: list(measure) }).optional(),
  attributes: z.strictObject({ dataSet: list(attribute), dimensionGroup: list(attribute), series: list(attribute), observation: list(attribute) }).optional(),
});
const cells = z.array(z.union([scalar, texts, z.array(scalar.nullable()).min(1), z.null()]));
const key = z.string().regex(/^\d+(:\d+)*$/);
const dataSet = z.strictObject({
  structure: z.int().optional(), action: z.enum(['Information', 'Append', 'Replace', 'Delete']).optional(), links, reportingBegin: z.string().optional(), reportingEnd: z.string().optional(), validFrom: z.iso.datetime().optional(), validTo: z.iso.datetime().optional(),
  publicationYear: z.string().optional(), publicationPeriod: z.string().optional(), annotations: indexes.optional(), attributes: cells.optional(), dimensionGroupAttributes: z.record(z.string().regex(/^[\d:]+$/), cells).optional(),
  observations: z.record(key, cells).optional(), series: z.record(key, z.strictObject({ annotations: indexes.optional(), attributes: cells.optional(), observations: z.record(key, cells).optional() })).optional(),
});
const party = z.strictObject({ id, name: z.string().optional(), names: texts.optional(), contact: z.array(z.looseObject({ name: z.string() })).optional() });

export const SdmxDataMessage = z.strictObject({
  meta: z.strictObject({ schema: z.url().optional(), id, test: z.boolean().optional(), prepared: z.iso.datetime(), contentLanguages: z.array(z.string().regex(/^[a-z]{2,3}(-[a-z0-9]+)*$/)).optional(), name: z.string().optional(), names: texts.optional(), sender: party, receivers: z.array(party).optional(), links: links.optional() }).optional(),
  data: z.strictObject({ structures: z.array(structure).optional(), dataSets: z.array(dataSet).optional() }).optional(),
  errors: z.array(z.looseObject({ code: z.number() })).optional(),
});

/** 与规则不合之处, each with its place; beyond the fields, every number of a key and of an attribute must stand for something the structure lists. */
export function sdmxFaults(message: unknown): string[] {
  const read = SdmxDataMessage.safeParse(message);
  if (!read.success) return read.error.issues.map(({ path, message: said }) => `${path.join('.')}: ${said}`);
  const { structures = [], dataSets = [] } = read.data.data ?? {};
  return dataSets.flatMap(({ structure: nth = 0, observations = {}, annotations = [] }) => {
    const said = structures[nth];
    if (!said) return [`structure ${nth} is not there`];
    const { dimensions, measures, attributes } = said;
    const lists = dimensions.observation ?? [];
    const [many, told] = [measures?.observation?.length ?? 0, attributes?.observation ?? []];
    return [
      ...annotations.filter((at) => !said.annotations?.[at]).map((at) => `annotation ${at} is not there`),
      ...Object.entries(observations).flatMap(([place, held]) => {
        const places = place.split(':').map(Number);
        const isKey = places.length === lists.length && places.every((at, nthPlace) => lists[nthPlace]!.values[at] !== undefined);
        const isSaid = held.length <= many + told.length && told.every(({ values, isMandatory }, at) => {
          const index = held[many + at];
          return index === null || index === undefined ? !isMandatory : typeof index === 'number' && values?.[index] !== undefined;
        });
        return isKey && isSaid ? [] : [`observation ${place}`];
      }),
    ];
  });
}
