/** 指纹 in full, broken where the line ends. */
export function Hash({ value }: { value: string }) {
  return <code style={{ overflowWrap: 'anywhere' }}>{value}</code>;
}
