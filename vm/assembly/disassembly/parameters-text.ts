import type { FunctionCode, Parameter } from '../../bytecode/index.ts';
import { constantText } from './constant-text.ts';

/** The parameters of a function as `.func` writes them. */
export function parametersText({ parameters }: FunctionCode): string[] {
  const firstKeywordOnly = parameters.findIndex(({ kind }) => kind === 'keyword-only');
  const needsStar = firstKeywordOnly >= 0 && !parameters.some(({ kind }) => kind === 'rest');
  return parameters.flatMap((parameter, index) =>
    needsStar && index === firstKeywordOnly ? ['*', parameterText(parameter)] : [parameterText(parameter)],
  );
}

function parameterText({ name, kind, defaultValue }: Parameter): string {
  if (kind === 'rest') return `*${name}`;
  if (kind === 'named') return `**${name}`;
  return defaultValue === undefined ? name : `${name}=${constantText(defaultValue)}`;
}
