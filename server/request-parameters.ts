/** What of the parameters of a request or notification is not as the protocol says, as a phrase; `undefined` where all that is needed is there. */
export function wrongParameter(method: string, parameters: unknown): string | undefined {
  const needs = { ...(method.startsWith('textDocument/') ? { textDocument: DOCUMENT } : {}), ...NEEDS[method] };
  const fields = fieldsOf(parameters);
  for (const [name, { is, expected }] of Object.entries(needs)) {
    if (!is(fields[name])) return `expected \`${name}\` to be ${expected}`;
  }
  return undefined;
}

interface Shape {
  readonly expected: string;
  is(value: unknown): boolean;
}

const TEXT: Shape = { expected: 'a string', is: value => typeof value === 'string' };
const LIST: Shape = { expected: 'a list', is: value => Array.isArray(value) };
const OBJECT: Shape = { expected: 'an object', is: value => typeof value === 'object' && value !== null };
const DOCUMENT: Shape = { expected: 'an object with a `uri`', is: value => TEXT.is(fieldsOf(value)['uri']) };
const OPENED: Shape = {
  expected: 'an object with `uri` and `text`',
  is: value => DOCUMENT.is(value) && TEXT.is(fieldsOf(value)['text']),
};
const FOLDERS: Shape = {
  expected: 'an object with lists `added` and `removed`',
  is: value => LIST.is(fieldsOf(value)['added']) && LIST.is(fieldsOf(value)['removed']),
};
const POSITION: Shape = { expected: 'an object with numbers `line` and `character`', is: isPosition };
const POSITIONS: Shape = {
  expected: 'a list of positions',
  is: value => Array.isArray(value) && value.every(isPosition),
};
const RANGE: Shape = {
  expected: 'an object with positions `start` and `end`',
  is: value => isPosition(fieldsOf(value)['start']) && isPosition(fieldsOf(value)['end']),
};

const CHANGES: Shape = {
  expected: 'a list of changes with their `text`',
  is: value => Array.isArray(value) && value.every(isChange),
};

/** What each request and notification needs beside its document. */
const NEEDS: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  'textDocument/hover': { position: POSITION },
  'textDocument/completion': { position: POSITION },
  'textDocument/signatureHelp': { position: POSITION },
  'textDocument/definition': { position: POSITION },
  'textDocument/declaration': { position: POSITION },
  'textDocument/implementation': { position: POSITION },
  'textDocument/references': { position: POSITION, context: OBJECT },
  'textDocument/documentHighlight': { position: POSITION },
  'textDocument/linkedEditingRange': { position: POSITION },
  'textDocument/prepareRename': { position: POSITION },
  'textDocument/rename': { position: POSITION, newName: TEXT },
  'textDocument/prepareCallHierarchy': { position: POSITION },
  'textDocument/prepareTypeHierarchy': { position: POSITION },
  'textDocument/onTypeFormatting': { position: POSITION, ch: TEXT },
  'textDocument/selectionRange': { positions: POSITIONS },
  'textDocument/codeAction': { range: RANGE, context: OBJECT },
  'textDocument/rangeFormatting': { range: RANGE },
  'textDocument/inlayHint': { range: RANGE },
  'textDocument/inlineValue': { range: RANGE, context: OBJECT },
  'textDocument/semanticTokens/range': { range: RANGE },
  'textDocument/semanticTokens/full/delta': { previousResultId: TEXT },
  'callHierarchy/incomingCalls': { item: OBJECT },
  'callHierarchy/outgoingCalls': { item: OBJECT },
  'typeHierarchy/supertypes': { item: OBJECT },
  'typeHierarchy/subtypes': { item: OBJECT },
  'completionItem/resolve': { label: TEXT },
  'codeLens/resolve': { range: RANGE },
  'inlayHint/resolve': { position: POSITION },
  'workspace/symbol': { query: TEXT },
  'workspace/diagnostic': { previousResultIds: LIST },
  'workspace/willRenameFiles': { files: LIST },
  'textDocument/didOpen': { textDocument: OPENED },
  'textDocument/didChange': { contentChanges: CHANGES },
  'workspace/didChangeWatchedFiles': { changes: LIST },
  'workspace/didChangeWorkspaceFolders': { event: FOLDERS },
};

function isChange(value: unknown): boolean {
  const { text, range } = fieldsOf(value);
  return TEXT.is(text) && (range === undefined || RANGE.is(range));
}

function isPosition(value: unknown): boolean {
  const { line, character } = fieldsOf(value);
  return typeof line === 'number' && typeof character === 'number';
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
