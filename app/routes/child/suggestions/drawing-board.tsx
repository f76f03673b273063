import type { ChildSuggestionsWords } from '#app/i18n/child-suggestions.ts';
import { Say } from '#app/ui/child/say.tsx';

const colours = ['#182b27', '#b3261e', '#c77700', '#ffc84a', '#1b7340', '#1f5c94'];

/** 画板: six paints, a rubber, two pens, a step back; large enough for a finger on a phone. */
export function DrawingBoard({ say, words }: { say: ChildSuggestionsWords['say']; words: ChildSuggestionsWords['drawn'] }) {
  return (
    <>
      <div className="paints" role="group" aria-label={say.colours}>
        {colours.map((colour, at) => <button key={colour} type="button" data-colour={colour} style={{ background: colour }} aria-label={words.paints[at]} aria-pressed={at === 0} />)}
      </div>
      <div className="pens" role="group" aria-label={say.draw}>
        <button type="button" data-nib="thin" aria-pressed="true"><i aria-hidden="true" /><Say>{words.thin}</Say></button>
        <button type="button" data-nib="thick" aria-pressed="false"><i aria-hidden="true" /><Say>{words.thick}</Say></button>
        <button type="button" data-rubber aria-pressed="false"><Say>{words.rubber}</Say></button>
        <button type="button" data-undo><Say>{words.undo}</Say></button>
      </div>
      <canvas width={960} height={600} aria-label={say.canvas} role="img" />
      <button className="btn quiet" type="button" data-wipe><Say>{say.wipe}</Say></button>
      <input type="file" name="drawing" accept="image/png" hidden tabIndex={-1} aria-label={say.draw} />
    </>
  );
}
