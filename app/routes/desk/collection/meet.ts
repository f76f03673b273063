export type Texts = Record<'v' | 'n' | 'd' | 's' | 'r', string>;

/**
 * 框里的和存下的: `same` where the boxes show what is saved, `theirs` where nothing was typed since what stood before, `typed` where
 * they hold something that is saved nowhere.
 */
export function meet({ boxes, before, now }: { boxes: Partial<Texts>; before: Texts; now: Texts }): 'same' | 'theirs' | 'typed' {
  const agrees = (texts: Texts) => (Object.keys(boxes) as (keyof Texts)[]).every((letter) => boxes[letter]!.trim() === texts[letter].trim());
  return agrees(now) ? 'same' : agrees(before) ? 'theirs' : 'typed';
}
