/** Places are joined with a blank in Chinese, where no name has one, and with a comma in English. */
const parts = (name: string) => name.split(/[a-z]/i.test(name) ? ', ' : ' ');

/** 自己辖区里的短名: whoever answers for a city does not read its name before each district, nor that of its province before its own. */
export function withoutOwn(name: string, own: string): string {
  if (own === '' || !name.startsWith(own)) return name;
  return name === own ? parts(name).at(-1)! : name.slice(own.length).replace(/^[,\s]+/, '');
}
