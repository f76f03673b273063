import { Fragment, type ReactNode } from 'react';

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const opens = /[（《“‘「【第]$/;
const closes = /^[），。、；：！？》”’」】·\s]/;

/** A lone sign is the rest of a word that the dictionary does not know, such as 试点, or belongs to the number before it. */
const isLone = (part: string) => /^\p{Script=Han}$/u.test(part);

/** 在词间换行：数据里的标题没有竖线，就按词断开 a text from data breaks between its words, never inside one; punctuation stays where it belongs. */
export function Words({ text }: { text: string }): ReactNode {
  if (!/[⺀-鿿]/.test(text)) return text;
  const parts = [...words.segment(text)].map(({ segment }) => segment);
  return (
    <span className="words" lang="zh-CN">
      {parts.map((part, index) => {
        const before = parts[index - 1];
        const isPlace = before !== undefined && !opens.test(before) && !closes.test(part) && !isLone(part);
        return (
          <Fragment key={index}>
            {isPlace ? <wbr /> : null}
            {part}
          </Fragment>
        );
      })}
    </span>
  );
}

/** 标题在词组处换行：竖线是可以断开的地方，星号之间是粉笔黄 a heading breaks only at "|", without one between words; between "*" it is chalk yellow. */
export function Phrases({ text }: { text: string }): ReactNode {
  if (!/[|*]/.test(text)) return <Words text={text} />;
  const phrases = text.split('|');
  return phrases.map((phrase, index) => {
    const stars = phrases.slice(0, index).join('').split('*').length - 1;
    const runs = phrase.split('*').map((run, place) => {
      const isLit = (stars + place) % 2 === 1;
      return run ? isLit ? <em key={place}>{run}</em> : <Fragment key={place}>{run}</Fragment> : null;
    });
    return /[⺀-鿿]/.test(phrase) ? (
      <span key={index} className="nb">
        {runs}
      </span>
    ) : (
      <Fragment key={index}>{runs}</Fragment>
    );
  });
}
