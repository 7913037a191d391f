/** The qualified name, by PEP 3155, of what stands in a function or class: `outer.<locals>.inner`, `C.m`. */
export function qualifiedName(holder: 'main' | 'function' | 'class', holderName: string, name: string): string {
  if (holder === 'main') return name;
  return `${holderName}${holder === 'function' ? '.<locals>' : ''}.${name}`;
}
