import { Fragment } from 'react';

/** 标题在词组处换行：竖线是可以断开的地方，星号之间是粉笔黄 a heading breaks only at "|"; between "*" it is chalk yellow. */
export function Phrases({ text }: { text: string }) {
  let lit = false;
  return text.split('|').map((phrase, index) => {
    const runs = phrase.split('*').map((run, place) => {
      if (place) lit = !lit;
      return run ? lit ? <em key={place}>{run}</em> : <Fragment key={place}>{run}</Fragment> : null;
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
