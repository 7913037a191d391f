import type { Analysis, SourceProvider } from '../vm/index.ts';

/** The files of a program as they were read for it, with other texts for some. */
export function providerOf(program: Analysis, texts: ReadonlyMap<string, string>): SourceProvider {
  const modules = new Map(program.modules.map(module => [module.file, module]));
  return {
    read: file => {
      const text = texts.get(file) ?? modules.get(file)?.tree.text;
      return text === undefined ? { error: 'no such file' } : { text };
    },
    resolve: (path, fromFile) => modules.get(fromFile)?.imports.find(each => each.path === path)?.file ?? path,
  };
}
