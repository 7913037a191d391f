import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EditorFolder, PROGRAM, documentedSetUp } from './set-up.ts';

/** Opens the program, starts Eglot, asks what a user would ask, and writes down what came back. */
const SESSION = `
(require 'json)
(package-initialize)
(load-file "init.el")
(require 'eglot)
(setq eglot-sync-connect t eglot-autoshutdown t)
(find-file "main.bcasm")
(apply #'eglot (eglot--guess-contact))
(defun seen-wait (ready)
  (let ((rounds 200))
    (while (and (> rounds 0) (not (funcall ready)))
      (accept-process-output nil 0.1)
      (setq rounds (1- rounds)))))
(defun seen-at (line character)
  (goto-char (point-min))
  (forward-line line)
  (forward-char character))
(defun seen-ask (method &optional more)
  (jsonrpc-request (eglot-current-server) method (append (eglot--TextDocumentPositionParams) more)))
(flymake-start)
(seen-wait (lambda () (flymake-start) (flymake-diagnostics)))
(let ((seen (list (cons 'diagnostics (vconcat (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))))))
  (seen-at 3 9)
  (push (cons 'hover (plist-get (plist-get (seen-ask :textDocument/hover) :contents) :value)) seen)
  (push (cons 'sources
              (vconcat (mapcar (lambda (each) (plist-get (plist-get (plist-get each :targetRange) :start) :line))
                               (seen-ask :textDocument/definition))))
        seen)
  (seen-at 7 18)
  (let ((list (seen-ask :textDocument/completion)))
    (push (cons 'completion (plist-get (aref (plist-get list :items) 0) :label)) seen))
  (seen-at 0 7)
  (eglot-rename "twice")
  (eglot-format-buffer)
  (push (cons 'text (buffer-substring-no-properties (point-min) (point-max))) seen)
  (with-temp-file "seen.json" (insert (json-encode seen))))
(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
`;

describe('Emacs as the documentation sets it up', () => {
  const folder = new EditorFolder();
  let seen: Record<string, unknown> = {};
  beforeAll(() => {
    folder.write('init.el', documentedSetUp('Emacs'));
    folder.write('session.el', SESSION);
    folder.write('main.bcasm', PROGRAM);
    execFileSync('emacs', ['--batch', '--load', 'session.el'], {
      cwd: folder.path,
      env: folder.environment,
      timeout: 90_000,
      stdio: 'pipe',
    });
    seen = JSON.parse(folder.read('seen.json')) as Record<string, unknown>;
  }, 120_000);
  afterAll(() => folder.dispose());

  test('shows what is wrong', () =>
    expect(seen['diagnostics']).toEqual([expect.stringContaining('unknown instruction `HALTT`')]));
  test('hovers with the values on the stack', () => expect(seen['hover']).toContain('n ← line 2, 2:int ← line 3'));
  test('goes from an instruction to what pushed its values', () => expect(seen['sources']).toEqual([1, 2]));
  test('completes, renames and formats', () => {
    expect(seen['completion']).toBe('double');
    expect(seen['text']).toBe(PROGRAM.replaceAll('double', 'twice'));
  });
});
