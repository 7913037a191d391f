/**
 * What an editor says to the language server in its first minute, as it stands on the wire: it opens a file, types, and asks for
 * what it shows.
 *
 * @param {string} text of the file
 */
export function editingSession(text) {
  const textDocument = { uri: 'file:///session/program.bcasm' };
  const line = text.split('\n').findIndex(each => each.includes('CALL_FUNC'));
  const position = { line, character: 12 };
  const start = { line, character: 0 };
  const range = { start, end: { line: line + 50, character: 0 } };
  let version = 1;
  /** @type {object[]} */
  const messages = [];
  const tell = (/** @type {string} */ method, /** @type {object} */ params) => messages.push({ method, params });
  const ask = (/** @type {string} */ method, /** @type {object} */ params) =>
    messages.push({ id: messages.length, method, params });
  const edit = (/** @type {string} */ newText, /** @type {number} */ removedLength) =>
    tell('textDocument/didChange', {
      textDocument: { ...textDocument, version: ++version },
      contentChanges: [{ range: { start, end: { line, character: removedLength } }, text: newText }],
    });

  ask('initialize', { processId: null, rootUri: null, capabilities: CAPABILITIES });
  tell('initialized', {});
  tell('textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'bcasm', version, text } });
  ask('textDocument/semanticTokens/full', { textDocument });
  ask('textDocument/documentSymbol', { textDocument });
  ask('textDocument/foldingRange', { textDocument });
  ask('textDocument/codeLens', { textDocument });
  ask('textDocument/inlayHint', { textDocument, range });
  for (const typed of ['        LOAD_CONTS 1\n', '        LOAD_CONST 1\n', '        \n']) {
    edit(typed, 0);
    ask('textDocument/hover', { textDocument, position });
    ask('textDocument/completion', { textDocument, position: { line, character: 8 } });
    ask('textDocument/codeAction', { textDocument, range: { start, end: position }, context: { diagnostics: [] } });
    ask('textDocument/semanticTokens/full/delta', { textDocument, previousResultId: '1' });
    ask('textDocument/inlayHint', { textDocument, range });
    tell('textDocument/didChange', {
      textDocument: { ...textDocument, version: ++version },
      contentChanges: [{ range: { start, end: { line: line + 1, character: 0 } }, text: '' }],
    });
    ask('textDocument/definition', { textDocument, position: { line, character: 20 } });
    ask('textDocument/documentHighlight', { textDocument, position: { line, character: 20 } });
    ask('textDocument/signatureHelp', { textDocument, position: { line, character: 20 } });
  }
  ask('textDocument/formatting', { textDocument, options: { tabSize: 8, insertSpaces: true } });
  ask('shutdown', {});
  tell('exit', {});
  return messages.map(framed).join('');
}

/** @param {object} message */
function framed(message) {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

const CAPABILITIES = {
  textDocument: {
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
    hover: { contentFormat: ['markdown'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    semanticTokens: { requests: { full: { delta: true }, range: true } },
  },
};
