import { readingsOf } from '#app/domain/children/child-versions/readings.ts';

/** The marks of the tones above the letters. */
const tones = /[\u0300-\u036f]/g;

/** 小牌子怎么读: 风筝·海豚·云朵·27 is “feng zheng · hai tun · yun duo · 27”; with the marks of the tones for who learns them. */
export function plateReading(plate: string, how: 'plain' | 'with-tones' = 'plain'): string {
  const read = plate.split('·').map((part) => (/\p{Script=Han}/u.test(part) ? readingsOf(part).map(({ text, reading }) => reading || text).join(' ') : part)).join(' · ');
  return how === 'plain' ? plainLetters(read) : read;
}

/** Letters without the marks above them: ü as it is typed where there is no ü. */
export function plainLetters(text: string): string {
  return text.normalize('NFD').replace(/u\u0308/g, 'v').replace(tones, '').normalize('NFC');
}
