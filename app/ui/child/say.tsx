import { type Corrections, type Read, readingsOf } from '#app/domain/children/child-versions/readings.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { useLook } from './look.ts';

const closing = /^[，。！？、；：）》”’…]$/;
const opening = /^[（《“‘]$/;

function Above({ read }: { read: Read }) {
  if (!read.reading) return read.text;
  return (
    <ruby {...(read.reading.length > 3 ? { className: 'long' } : {})}>
      {read.text}
      <rp>(</rp>
      <rt>{read.reading}</rt>
      <rp>)</rp>
    </ruby>
  );
}

/** A character and the marks before and behind it stay on one line. */
function inPairs(reads: readonly Read[]) {
  return reads.reduce<Read[][]>((pairs, read) => {
    const last = pairs.at(-1);
    if (last && (closing.test(read.text) || opening.test(last.at(-1)!.text))) last.push(read);
    else pairs.push([read]);
    return pairs;
  }, []);
}

/**
 * 说给孩子的一句话: with pinyin above each character where the layer and the switch say so. A reader of screens hears the
 * plain sentence once; the characters with their readings are for the eye alone.
 */
export function Say({ children: text, readings }: { children: string; readings?: Corrections }) {
  const { hasPinyin } = useLook();
  const locale = useLocale();
  if (!hasPinyin || locale === 'en' || !/\p{Script=Han}/u.test(text)) return <span data-say="">{text}</span>;
  return (
    <span className="spoken" data-say="">
      <span className="vh">{text}</span>
      <span aria-hidden="true">
        {inPairs(readingsOf(text, readings)).map((pair, at) =>
          pair.length > 1 ? (
            <span key={at} className="nw">
              {pair.map((read, index) => (
                <Above key={index} read={read} />
              ))}
            </span>
          ) : (
            <Above key={at} read={pair[0]!} />
          ),
        )}
      </span>
    </span>
  );
}

/** 给大人看的话: a line for the grown-up beside the child, small and without pinyin. */
export function ForGrownUps({ word, children }: { word: string; children: string }) {
  return (
    <p className="grownup">
      <b>{word}</b> {children}
    </p>
  );
}
