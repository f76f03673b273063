import { type Element, readXml } from '#app/domain/base/documents/xml.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Message, mostSaid, type Said } from './message.ts';
import { adxNamespace } from './write-adx.ts';

const parts = (element: Element, name: string) => element.children.filter((each): each is Element => typeof each !== 'string' && localName(each) === name);
const localName = ({ name }: Element) => name.replace(/^.*:/, '');

/** Attributes of a value that are no category of it. */
const own = new Set(['dataElement', 'value', 'comment', 'numerator', 'denominator']);
const isCategory = (name: string) => !own.has(name) && !name.startsWith('xmlns') && !name.includes(':');

/** A value of 0 with an annotation stands for words, or for what is withheld; it is no figure. */
const isOnlyNoted = (value: Element) => parts(value, 'annotation').length > 0 && Number(value.attributes.value) === 0;

/** 读 ADX: a document type, and with it every entity, is refused before anything is read; nothing is fetched. */
export function readAdx(text: string): Message {
  const adx = parts(readXml(text), 'adx')[0];
  const prefix = adx?.name.includes(':') ? `xmlns:${adx.name.split(':')[0]}` : 'xmlns';
  if (!adx || adx.attributes[prefix] !== adxNamespace) throw new Refusal('exchange-not-adx', 422);
  const said: Said[] = [];
  let hidden = 0;
  for (const [at, group] of parts(adx, 'group').entries()) {
    const { orgUnit = '', period = '' } = group.attributes;
    for (const [nth, value] of parts(group, 'dataValue').entries()) {
      const { attributes } = value;
      if (said.length + hidden >= mostSaid) throw new Refusal('exchange-too-much', 422);
      if (isOnlyNoted(value)) {
        hidden += 1;
        continue;
      }
      const groups = Object.entries(attributes).flatMap(([name, code]) => (isCategory(name) ? [code] : []));
      said.push({ place: { nth: said.length + hidden + 1, group: at + 1, ofGroup: nth + 1 }, indicator: attributes.dataElement ?? '', region: orgUnit, period, groups, value: attributes.value ?? '' });
    }
  }
  return { form: 'adx', said, hidden };
}
