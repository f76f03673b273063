/** 自己辖区里的短名: whoever answers for a city does not read its name before each district. */
export const withoutOwn = (name: string, own: string): string => (own !== '' && name !== own && name.startsWith(own) ? name.slice(own.length).replace(/^[,\s]+/, '') : name);
