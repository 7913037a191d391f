import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EditorFolder, PROGRAM, documentedSetUp } from './set-up.ts';

/** Opens the program, waits for its diagnostics, asks what a user would ask, and writes down what came back. */
const SESSION = `
local function position(line, character)
  return { textDocument = vim.lsp.util.make_text_document_params(), position = { line = line, character = character } }
end
local function ask(method, params)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 10000) or {}) do return answer.result end
end
local function whole()
  return { textDocument = vim.lsp.util.make_text_document_params(),
           range = { start = { line = 0, character = 0 }, ['end'] = { line = 99, character = 0 } } }
end
local seen = {}
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50)
seen.diagnostics = vim.tbl_map(function(each) return each.message end, vim.diagnostic.get(0))
seen.hover = ask('textDocument/hover', position(3, 9)).contents.value
seen.sources = vim.tbl_map(function(each) return (each.targetRange or each.range).start.line end,
                           ask('textDocument/definition', position(3, 9)))
local list = ask('textDocument/completion', position(7, 18))
seen.completion = (list.items or list)[1].label
seen.hints = vim.tbl_map(function(each) return each.label end, ask('textDocument/inlayHint', whole()))
seen.lenses = #ask('textDocument/codeLens', { textDocument = vim.lsp.util.make_text_document_params() })
seen.symbols = vim.tbl_map(function(each) return each.name end,
                           ask('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() }))
local fix = whole()
fix.range = { start = { line = 9, character = 8 }, ['end'] = { line = 9, character = 8 } }
fix.context = { diagnostics = {} }
local action = ask('textDocument/codeAction', fix)[1]
vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
local rename = position(0, 7)
rename.newName = 'twice'
vim.lsp.util.apply_workspace_edit(ask('textDocument/rename', rename), 'utf-16')
vim.wait(20000, function() return #vim.diagnostic.get(0) == 0 end, 50)
seen.left = #vim.diagnostic.get(0)
seen.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\\n')
vim.fn.writefile({ vim.fn.json_encode(seen) }, 'seen.json')
vim.cmd('qall!')
`;

describe('Neovim as the documentation sets it up', () => {
  const folder = new EditorFolder();
  let seen: Record<string, unknown> = {};
  beforeAll(() => {
    const init = folder.write('init.lua', documentedSetUp('Neovim'));
    const session = folder.write('session.lua', SESSION);
    const program = folder.write('main.bcasm', PROGRAM);
    execFileSync('nvim', ['--headless', '-u', init, program, '-c', `luafile ${session.replaceAll(' ', '\\ ')}`], {
      cwd: folder.path,
      env: folder.environment,
      timeout: 90_000,
      stdio: 'pipe',
    });
    seen = JSON.parse(folder.read('seen.json')) as Record<string, unknown>;
  }, 120_000);
  afterAll(() => folder.dispose());

  test('shows what is wrong', () =>
    expect(seen['diagnostics']).toEqual(['unknown instruction `HALTT`; did you mean `HALT`?']));
  test('hovers with the values on the stack', () => expect(seen['hover']).toContain('n ← line 2, 2:int ← line 3'));
  test('goes from an instruction to what pushed its values', () => expect(seen['sources']).toEqual([1, 2]));
  test('completes, hints, lenses, symbols', () => {
    expect(seen['completion']).toBe('double');
    expect(seen['hints']).toContain('[any, int]');
    expect(seen['lenses']).toBe(3);
    expect(seen['symbols']).toEqual(['double']);
  });
  test('mends and renames', () => {
    expect(seen['left']).toBe(0);
    expect(seen['text']).toBe(PROGRAM.replace('HALTT', 'HALT').replaceAll('double', 'twice').trimEnd());
  });
});
