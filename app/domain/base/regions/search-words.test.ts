import { describe, expect, test } from 'vitest';
import { asked, indexQuestion, stem, wordsOf } from './search-words.ts';

describe('the words of a region', () => {
  test.each([
    ['多福巷社区居委会', '多福巷社区'],
    ['琼临居民委员会', '琼临'],
    ['张庄村村委会', '张庄村'],
    ['滨湖村民委员会', '滨湖村'],
    ['复兴路20号社区居委会', '复兴路20号社区'],
    ['东莞大岭山（南雄）产业转移工业园', '东莞大岭山南雄产业转移工业园'],
  ])('of %s are those of %s', (name, kept) => expect(stem(name)).toBe(kept));

  test('are pairs of characters, and sounds from every syllable for all but committees', () => {
    const above = wordsOf({ name: '六安市', readings: ['lu', 'an', 'shi'], level: 2 });
    expect(above).toEqual({ words: ['^六安', '安市', 'luanshi', 'las', 'anshi', 'as', 'shi', 's'], pinyin: 'luanshi', initials: 'las' });
    const committee = wordsOf({ name: '琼临社区居委会', readings: ['qiong', 'lin', 'she', 'qu', 'ju', 'wei', 'hui'], level: 5 });
    expect(committee).toEqual({ words: ['5^琼临', '5临社'], pinyin: 'qionglinshequ', initials: 'qlsq' });
  });

  test('are asked for without signs, spaces and capitals', () => {
    expect(asked(' He Fei ')).toBe('hefei');
    expect(asked('Lüliang')).toBe('lvliang');
    expect(asked('１８号')).toBe('18号');
    expect(asked(`'; drop table regions; --%_\\`)).toBe('droptableregions');
    expect(asked('🙂 ,，')).toBe('');
  });

  test('never let a sign reach the index question', () => {
    expect(indexQuestion('滨湖世', 4, 'anywhere')).toBe(`('^滨湖' | '滨湖') & '湖世'`);
    expect(indexQuestion('滨湖社区', 5, 'beginning')).toBe(`'5^滨湖' & '5湖社'`);
    expect(indexQuestion('社区', 5, 'anywhere')).toBe(null);
    expect(indexQuestion('居委会', 5, 'anywhere')).toBe(null);
  });
});
