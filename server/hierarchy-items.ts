import type { CallHierarchyItem, TypeHierarchyItem } from 'vscode-languageserver';
import type { Analysis, Module, Scope } from '../vm/index.ts';
import { moduleOfFile } from './snapshot.ts';

/** What comes back with an item of a hierarchy: the file that was asked about, whose program it is of, and the scope. */
export interface HierarchyData {
  readonly uri: string;
  readonly file: string;
  readonly scope: number;
}

/** Main, a function or a class of some file. */
export interface ScopePlace {
  readonly module: Module;
  readonly scope: number;
}

type Item = Pick<CallHierarchyItem | TypeHierarchyItem, 'name' | 'data'>;

/** The file that an item was first asked for in. */
export function uriOfHierarchyItem({ data }: Item): string | undefined {
  return isHierarchyData(data) ? data.uri : undefined;
}

/** The scope of an item, as the text is now; `undefined` when it is gone. */
export function placeOfItem(analysis: Analysis, { data, name }: Item, isWanted: (scope: Scope) => boolean) {
  const module = isHierarchyData(data) ? moduleOfFile(analysis, data.file) : undefined;
  const scope = isHierarchyData(data) ? data.scope : -1;
  const found = module?.scopes[scope];
  const isSame = module !== undefined && found !== undefined && found.name === name && isWanted(found);
  return isSame ? { module, scope } : undefined;
}

function isHierarchyData(data: unknown): data is HierarchyData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'uri' in data &&
    typeof data.uri === 'string' &&
    'file' in data &&
    typeof data.file === 'string' &&
    'scope' in data &&
    typeof data.scope === 'number'
  );
}
