import { analyze, type Analysis, type SourceProvider } from '../vm/index.ts';

/** The analysis of a program in which some files have other texts. */
export function analyzeEdited(program: Analysis, texts: ReadonlyMap<string, string>): Analysis {
  return analyze(program.module.file, providerOf(program, texts));
}

/** The files of a program as they were read for it, with other texts for some. */
function providerOf(program: Analysis, texts: ReadonlyMap<string, string>): SourceProvider {
  const modules = new Map(program.modules.map(module => [module.file, module]));
  return {
    read: file => {
      const text = texts.get(file) ?? modules.get(file)?.tree.text;
      return text === undefined ? { error: 'no such file' } : { text };
    },
    resolve: (path, fromFile) => modules.get(fromFile)?.imports.find(each => each.path === path)?.file ?? path,
  };
}
