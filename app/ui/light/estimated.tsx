import { estimateSign } from '#app/domain/city/indicators/model.ts';

export type EstimateWords = { heard: string; key: string };

/** 推算的数 at its own place: a sign for those who see, a word for those who hear; any other figure as it is. */
export function Estimated({ is, words, children }: { is: boolean | undefined; words: EstimateWords; children: string }) {
  if (!is) return children;
  return <span className="estimated"><span aria-hidden="true">{estimateSign} </span><span className="vh">{words.heard} </span>{children}</span>;
}

/** 图例 below a table with such figures. */
export function EstimateKey({ words }: { words: EstimateWords }) {
  return <p className="note estimatekey"><b aria-hidden="true">{estimateSign}</b> {words.key}</p>;
}
